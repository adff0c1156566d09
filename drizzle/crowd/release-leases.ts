import { type Database, transaction } from '../database.ts';
import { count } from './count.ts';

/** How long an adapter's provider remembers an idempotency key, in ms; 0: it does not. */
export type AdapterKeys = { adapter: string; keysHoldMs: number };

/**
 * Looks after claims whose lease ran out, because whoever held them died. A message goes back to the outbox where the
 * provider would recognise its key, and in an emergency in any case; else it is uncertain and waits for a receipt. One of a
 * run that no longer runs is withdrawn. Calls carry their key and go back. Returns how many were looked after.
 */
export async function releaseLeases(database: Database, adapters: AdapterKeys[]): Promise<number> {
  const messages = await transaction(database, async (tx) => {
    const { rows } = await tx.query<{ run_id: string; channel: string; way: string; n: number }>(
      `with lapsed as (
         delete from claim where id in (select id from claim where lease_until < now() and not uncertain limit 20 for update skip locked)
         returning account_id, run_id, message_ids, lease_until),
       each as (
         select x.id, x.lane, x.channel, x.account_id, x.run_id, x.not_before, case
           when run.status not in ('enrolling', 'open') then 'withdrawn'
           when x.lane = 0 or l.lease_until > now() - k.keys_hold_ms * interval '1 millisecond' then 'queued'
           else 'uncertain' end as way
         from lapsed l
         cross join unnest(l.message_ids) as held(id)
         join message x on x.id = held.id and x.status = 'queued'
         join run on run.id = l.run_id
         join account a on a.id = l.account_id
         left join jsonb_to_recordset($1) as k(adapter text, keys_hold_ms float8) on k.adapter = a.adapter),
       again as (
         insert into outbox (account_id, lane, run_id, not_before, message_id)
         select account_id, lane, run_id, not_before, id from each where way = 'queued' on conflict do nothing),
       marked as (
         update message x set status = each.way::message_status, reason = case when each.way = 'withdrawn' then x.reason else 'no-answer' end
         from each where x.id = each.id)
       select run_id, channel, way, count(*)::int as n from each group by 1, 2, 3 order by 1`,
      [JSON.stringify(adapters.map(({ adapter, keysHoldMs }) => ({ adapter, keys_hold_ms: keysHoldMs })))],
    );
    // While a provider may have them messages count as queued; so only a withdrawal changes a counter.
    for (const { run_id, channel, way, n } of rows) {
      if (way !== 'withdrawn') continue;
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
