import { z } from 'zod';
import { audit } from '../audit/append.ts';
import { defineChange, refusedChange } from './change-kind.ts';

const day = z.union([z.literal(''), z.iso.date()]).transform((text) => text || null);

/** Changes a channel contract: what it is called, who it says it is, how fast, until when, and whether it is used. */
export const editAccount = defineChange({
  action: 'account.manage',
  detail: z.strictObject({
    slug: z.string().min(1).max(63),
    name: z.string().trim().min(2).max(120),
    sender: z
      .string()
      .trim()
      .max(120)
      .transform((text) => text || null),
    rate: z.union([z.literal(''), z.coerce.number().int().min(1).max(100_000)]).transform((n) => n || null),
    /** Share of the traffic among the contracts of its channel, of 100. */
    share: z.coerce.number().int().min(0).max(100),
    validFrom: day,
    validTo: day,
    status: z.enum(['active', 'paused']),
  }),
  apply: async (tx, { id, unitId, detail, decidedBy, alone }) => {
    const { slug, name, sender, rate, share, validFrom, validTo, status } = detail;
    const { rows } = await tx.query<{ id: number }>(
      `update account set name = $3, sender = $4, rate = $5, weight = $6, rest_weight = $6, valid_from = $7, valid_to = $8, status = $9
       where unit_id = $1 and slug = $2 returning id`,
      [unitId, slug, name, sender, rate, share, validFrom, validTo, status],
    );
    if (!rows[0]) return refusedChange('no-such-account', { slug });
    await audit(tx, {
      who: { kind: 'official', id: decidedBy },
      unitId,
      act: 'account.changed',
      about: { kind: 'account', id: String(rows[0].id) },
      detail: { change: id, ...(alone && { alone }) },
    });
    return { ok: true };
  },
});
