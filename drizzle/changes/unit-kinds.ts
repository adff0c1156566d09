import { z } from 'zod';
import type { AuditDetail } from '#engine/office/audit-acts.ts';
import { audit } from '../audit/append.ts';
import type { Transaction } from '../database.ts';
import { type Confirmed, defineChange, refusedChange } from './change-kind.ts';

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
  apply: async (tx, change) => {
    const { name, dir3: code, seat } = change.detail;
    const taken = await tx.query('select from unit where name = $1 or dir3 = $2', [name, code]);
    if (taken.rowCount) return refusedChange('unit-known', { name });
    const { rows } = await tx.query<{ id: string }>(
      `with made as (insert into unit (name, dir3, seat) values ($1, $2, $3) returning id)
       insert into official_role (official_id, unit_id, role, granted_by) select $4, id, 'administrator', $4 from made
       returning unit_id as id`,
      [name, code, seat, change.askedBy],
    );
    await tell(tx, change, rows[0]!.id, 'unit.created', {});
    return { ok: true };
  },
});

export const editUnit = defineChange({
  action: 'unit.manage',
  detail: facts,
  apply: async (tx, change) => {
    const { unitId } = change;
    const { name, dir3: code, seat } = change.detail;
    const taken = await tx.query('select from unit where (name = $1 or dir3 = $2) and id <> $3', [name, code, unitId]);
    if (taken.rowCount) return refusedChange('unit-known', { name });
    await tx.query('update unit set name = $2, dir3 = $3, seat = $4 where id = $1', [unitId, name, code, seat]);
    await tell(tx, change, unitId, 'unit.changed', { fields: ['name', 'dir3', 'seat'] });
    return { ok: true };
  },
});

async function tell<D, A extends 'unit.created' | 'unit.changed'>(
  tx: Transaction,
  { id, decidedBy, alone }: Confirmed<D>,
  unitId: string,
  act: A,
  detail: AuditDetail<A>,
): Promise<void> {
  const who = { kind: 'official', id: decidedBy } as const;
  const told = { ...detail, change: id, ...(alone && { alone }) };
  await audit(tx, { who, unitId, act, about: { kind: 'unit', id: unitId }, detail: told });
}
