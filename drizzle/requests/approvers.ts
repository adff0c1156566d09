import type { Queryable } from '../database.ts';

/** How many could sign: active, approver in the unit, with a key of their own, and with no hand in what is asked. */
export async function approvers(database: Queryable, unitId: string, writers: readonly string[]): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `select count(*)::int as n from official o
     where o.status = 'active' and not o.id::text = any($2)
       and exists (select from official_role r where r.official_id = o.id and r.unit_id = $1 and r.role = 'approver')
       and exists (select from passkey p where p.official_id = o.id)`,
    [unitId, writers],
  );
  return rows[0]?.n ?? 0;
}
