import { z } from 'zod';
import { defineChange, refusedChange } from './change-kind.ts';

const dir3 = z.union([z.literal(''), z.string().regex(/^[A-Z]{1,2}\d{7,8}$/)]).transform((code) => code || null);
const facts = z.strictObject({
  name: z.string().trim().min(2).max(120),
  dir3,
  /** INE code of the municipality where the body has its seat: whose holidays count for its terms. */
  seat: z.string().regex(/^\d{5}$/),
});

/** Founds a unit; whoever asked for it administers it at first. */
export const createUnit = defineChange({
  action: 'unit.manage',
  detail: facts,
  apply: async (tx, { detail: { name, dir3: code, seat }, askedBy }) => {
    const taken = await tx.query('select from unit where name = $1 or dir3 = $2', [name, code]);
    if (taken.rowCount) return refusedChange('unit-known', { name });
    await tx.query(
      `with made as (insert into unit (name, dir3, seat) values ($1, $2, $3) returning id)
       insert into official_role (official_id, unit_id, role, granted_by) select $4, id, 'administrator', $4 from made`,
      [name, code, seat, askedBy],
    );
    return { ok: true };
  },
});

export const editUnit = defineChange({
  action: 'unit.manage',
  detail: facts,
  apply: async (tx, { unitId, detail: { name, dir3: code, seat } }) => {
    const taken = await tx.query('select from unit where (name = $1 or dir3 = $2) and id <> $3', [name, code, unitId]);
    if (taken.rowCount) return refusedChange('unit-known', { name });
    await tx.query('update unit set name = $2, dir3 = $3, seat = $4 where id = $1', [unitId, name, code, seat]);
    return { ok: true };
  },
});
