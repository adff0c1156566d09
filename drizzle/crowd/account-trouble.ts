import type { Queryable } from '../database.ts';

/** How many hand-overs in a row must fail, and for how long, before an account is set down. */
const enough = { failures: 3, ms: 10_000 };
/** How soon an account that is down is tried again: first, and at most. */
const probe = { first: 30_000, longest: 10 * 60_000 };
/** What an account that comes back begins with; the creep back to rest gives it the others (workflows/weigh-accounts.ts). */
const trialWeight = 10;

/**
 * Notes how an account's hand-overs went: `errors` messages given back, and whether anything was accepted. One of which
 * nothing is accepted for ten seconds is set down, if another of its channel can take over; the last one is never. True
 * when this set it down.
 */
export async function noteTrouble(
  database: Queryable,
  accountId: number,
  { accepted, errors }: { accepted: boolean; errors: number },
): Promise<boolean> {
  const { rows } = await database.query<{ down: boolean }>(
    `with before as (select id, unit_id, channel, mode, status, failing_since, failures from account where id = $1 for update),
     judged as (
       select b.id, b.status = 'active' and not $2 and b.failures + 1 >= $4 and b.failing_since <= now() - $5 * interval '1 millisecond'
         and exists (
           select from account o
           where o.unit_id = b.unit_id and o.channel = b.channel and o.mode = b.mode and o.id <> b.id and o.status = 'active' and o.weight > 0
             and current_date between coalesce(o.valid_from, '-infinity') and coalesce(o.valid_to, 'infinity')) as down
       from before b)
     update account a
     set errors = a.errors + $3,
       failures = case when $2 then 0 else a.failures + 1 end,
       failing_since = case when $2 then null else coalesce(a.failing_since, now()) end,
       probe_ms = case when j.down then least(a.probe_ms * 2, $7) when $2 then $6 else a.probe_ms end,
       status = case when j.down then 'down' else a.status end,
       weight = case when j.down then least(a.weight, $8) else a.weight end,
       weighed_at = case when j.down then now() else a.weighed_at end,
       probe_at = case when j.down then now() + a.probe_ms * interval '1 millisecond' else a.probe_at end
     from judged j where a.id = j.id returning j.down`,
    [accountId, accepted, errors, enough.failures, enough.ms, probe.first, probe.longest, trialWeight],
  );
  return rows[0]?.down === true;
}

/**
 * Sets up again, on trial, the accounts that set themselves down and whose time has come: with a tenth of the weight, and
 * down again at the first failure. Returns which.
 */
export async function tryAgain(database: Queryable): Promise<number[]> {
  const { rows } = await database.query<{ id: number }>(
    `update account set status = 'active', probe_at = null where status = 'down' and probe_at <= now() returning id`,
  );
  return rows.map(({ id }) => id);
}
