import { z } from 'zod';
import type { AuditFilter } from '#drizzle/audit/audit-lines.ts';
import { auditActs } from '#engine/office/audit-acts.ts';

/** The families of acts, in the order of the list: what is before the dot. */
export const auditFamilies = [...new Set(Object.keys(auditActs).map((act) => act.slice(0, act.indexOf('.') + 1)))];

const day = z.iso.date();
const word = z.string().regex(/^[\w][\w.:/-]{0,99}$/);
const act = z.string().refine((text) => Object.hasOwn(auditActs, text) || auditFamilies.includes(text));

/** Reads what of the audit is looked at from an address; what cannot be read is as if it were not there. */
export function readAuditFilter(query: URLSearchParams): AuditFilter & { before?: number | undefined } {
  const part = <T>(name: string, schema: z.ZodType<T>) => schema.safeParse(query.get(name) || undefined).data;
  return {
    act: part('act', act),
    who: part('who', word),
    about: part('about', word),
    from: part('from', day),
    until: part('until', day),
    before: part('before', z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)),
  };
}

/** The address of a view of the audit: what is undefined is left out. */
export function auditAddress(path: string, filter: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}
