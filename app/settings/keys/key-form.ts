import { z } from 'zod';
import { keyModes, scopes } from '#drizzle/queries/api-keys.ts';

/** What is written in the form of a new key. */
export const keyForm = z.object({
  unitId: z.uuid(),
  name: z.string().trim().min(3).max(80),
  mode: z.enum(keyModes),
  scopes: z.array(z.enum(scopes)).min(1),
  days: z.coerce.number().int().min(1).max(730),
});
