import { z } from 'zod';
import { audit } from '../audit/append.ts';
import { addKey, keyModes, scopes } from '../queries/api-keys.ts';
import { defineChange } from './change-kind.ts';

/** Makes a key that reaches what is real. It has no secret yet: whoever asked for it makes one, and nobody else has seen it. */
export const createKey = defineChange({
  action: 'key.manage',
  detail: z.strictObject({
    name: z.string().trim().min(3).max(80),
    mode: z.enum(keyModes),
    scopes: z.array(z.enum(scopes)).min(1),
    days: z.coerce.number().int().min(1).max(730),
  }),
  apply: async (tx, { unitId, detail: { name, mode, scopes: granted, days }, askedBy }) => {
    const expiresAt = new Date(Date.now() + days * 86_400_000);
    const id = await addKey(tx, { unitId, name, mode, scopes: granted, expiresAt });
    await audit(tx, {
      who: { kind: 'official', id: askedBy },
      unitId,
      act: 'key.created',
      about: { kind: 'key', id },
      detail: { mode, scopes: granted, expires: expiresAt.toISOString() },
    });
    return { ok: true };
  },
});
