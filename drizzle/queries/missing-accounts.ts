import type { Problem } from '#engine/problem.ts';
import type { Plan } from '../crowd/plan.ts';
import type { Queryable } from '../database.ts';

/** A channel that the journey speaks on and for which the unit has no account in force that this mode may use. */
export async function missingAccounts(
  database: Queryable,
  unitId: string,
  mode: 'live' | 'drill',
  plan: Plan,
): Promise<Problem[]> {
  const { rows } = await database.query<{ channel: string }>(
    `select distinct channel from account
     where unit_id = $1 and status <> 'paused' and (mode = 'sandbox' or $2 = 'live')
       and current_date between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity')`,
    [unitId, mode],
  );
  const covered = new Set(rows.map(({ channel }) => channel));
  const spoken = new Set(Object.values(plan.compiled.sends).map(({ channel }) => channel));
  return [...spoken]
    .filter((channel) => !covered.has(channel))
    .map((channel) => ({ code: 'no-account', severity: 'error' as const, params: { channel } }));
}
