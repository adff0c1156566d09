import type { Queryable } from '../database.ts';
import type { AccountRow } from './account-of.ts';

/** The contract by which the house writes to its own people: a real one before a simulated one, of this unit before another. */
export async function officeAccount(
  database: Queryable,
  channel: string,
  unitId: string | null,
): Promise<AccountRow | undefined> {
  const { rows } = await database.query<AccountRow>(
    `select id, unit_id as "unitId", channel, adapter, mode, settings, coalesce(secret, '') as secret, sender, rate, status
     from account
     where channel = $1 and status = 'active'
       and current_date between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity')
     order by mode = 'live' desc, unit_id is not distinct from $2 desc, id limit 1`,
    [channel, unitId],
  );
  return rows[0];
}
