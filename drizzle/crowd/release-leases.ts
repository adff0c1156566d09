import { type Database, transaction } from '../database.ts';
import { count } from './count.ts';

/** How long an adapter's provider remembers an idempotency key, in ms; 0: it does not. */
export type AdapterKeys = { adapter: string; keysHoldMs: number };

/**
 * Looks after claims whose lease ran out, because whoever held them died. A message goes back to the queue where the
 * provider would recognise its key, and in an emergency in any case; else it is uncertain and waits for a receipt. One of a
 * run that no longer runs is withdrawn. Calls carry their key and go back. Returns how many were looked after.
 */
export async function releaseLeases(database: Database, adapters: AdapterKeys[]): Promise<number> {
  const messages = await transaction(database, async (tx) => {
    const { rows } = await tx.query<{ run_id: string; channel: string; status: string; n: number }>(
      `with lapsed as (
         select x.id, case
           when run.status not in ('enrolling', 'open') then 'withdrawn'
           when x.lane = 0 or x.lease_until > now() - k.keys_hold_ms * interval '1 millisecond' then 'queued'
           else 'uncertain' end as status
         from message x
         join run on run.id = x.run_id
         join account a on a.id = x.account_id
         left join jsonb_to_recordset($1) as k(adapter text, keys_hold_ms float8) on k.adapter = a.adapter
         where x.status in ('claimed', 'uncertain') and x.lease_until < now()
         order by x.lease_until limit 5000 for update of x skip locked),
       released as (
         update message x set status = l.status::message_status, lease_until = null, claim_id = null,
           reason = case when l.status = 'withdrawn' then x.reason else 'no-answer' end
         from lapsed l where x.id = l.id returning x.run_id, x.channel, l.status)
       select run_id, channel, status, count(*)::int as n from released group by 1, 2, 3 order by 1`,
      [JSON.stringify(adapters.map(({ adapter, keysHoldMs }) => ({ adapter, keys_hold_ms: keysHoldMs })))],
    );
    // While a provider has them, claimed and uncertain messages count as queued; so only a withdrawal changes a counter.
    for (const { run_id, channel, status, n } of rows) {
      if (status !== 'withdrawn') continue;
      const deltas = new Map([
        [`message:${channel}:queued`, -n],
        [`message:${channel}:withdrawn`, n],
      ]);
      await count(tx, run_id, 0, deltas);
    }
    return rows.reduce((sum, { n }) => sum + n, 0);
  });
  const calls = await database.query(
    `with lapsed as (
       select id from call where status = 'claimed' and lease_until < now() limit 5000 for update skip locked)
     update call set status = 'queued', lease_until = null from lapsed where call.id = lapsed.id`,
  );
  return messages + (calls.rowCount ?? 0);
}
