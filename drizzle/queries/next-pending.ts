import type { Queryable } from '../database.ts';

/** When the next held message of an account may leave, real epoch ms; null when nothing waits or only drills do. */
export async function nextPending(database: Queryable, accountId: number): Promise<number | null> {
  const { rows } = await database.query<{ at: number | null }>(
    `select cauce_ms(min(first.not_before))::float8 as at
     from run r cross join lateral (
       select not_before from outbox o
       where o.account_id = $1 and o.lane = r.lane and o.run_id = r.id order by not_before limit 1) first
     where r.status in ('enrolling', 'open') and r.paused_at is null and r.clock_at is null`,
    [accountId],
  );
  return rows[0]?.at ?? null;
}
