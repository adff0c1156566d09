import { z } from 'zod';
import { keyModes, scopes } from '#drizzle/queries/api-keys.ts';

/** What is written in the form of a new key; what reaches anything real says what it is needed for. */
export const keyForm = z
  .object({
    unitId: z.uuid(),
    name: z.string().trim().min(3).max(80),
    mode: z.enum(keyModes),
    scopes: z.array(z.enum(scopes)).min(1),
    days: z.coerce.number().int().min(1).max(730),
    reason: z.string().trim().max(500).default(''),
  })
  .refine(({ mode, reason }) => mode === 'test' || reason.length >= 3, { path: ['reason'] });
