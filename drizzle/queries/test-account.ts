import type { Channel } from '#engine/journey.ts';
import type { Queryable } from '../database.ts';
import type { AccountRow } from './account-of.ts';

/** The account that tests go through: a real one for e-mail where there is no other, the sandbox for all else. */
export async function testAccount(
  database: Queryable,
  unitId: string,
  channel: Channel,
): Promise<AccountRow | undefined> {
  const { rows } = await database.query<AccountRow>(
    `select id, unit_id as "unitId", channel, adapter, mode, settings, coalesce(secret, '') as secret, sender, rate, status
     from account
     where unit_id = $1 and channel = $2 and status = 'active' and (mode = 'sandbox' or channel = 'email')
     order by mode = 'sandbox' desc, id limit 1`,
    [unitId, channel],
  );
  return rows[0];
}
