import type { z } from 'zod';

/** Which fields of a form cannot be taken, each by its name. */
export function wrongFields(error: z.ZodError): string[] {
  return [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')))];
}
