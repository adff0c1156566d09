import { type Database, type Transaction, transaction } from '../database.ts';
import { absorbAcceptances } from './absorb-acceptances.ts';
import { add, count } from './count.ts';

/** Receipts that are taken in at once; a row that begins within them comes whole. */
const pageSize = 20_000;

/**
 * Takes kept receipts in, a page in one transaction: messages rise to their new status, and the members they may move find
 * them in their inbox, at the time they came. Late, repeated and shuffled receipts change nothing. Those that match no
 * message stay and are tried again after 1, 2, 4 … at most 600 s. Acceptances that `record` kept go before them, twice as
 * many at once: a receipt may have come just before its acceptance was kept. Returns how many were taken in.
 */
export async function absorbReceipts(database: Database): Promise<{ absorbed: number }> {
  const accepted = await absorbAcceptances(database, 2 * pageSize);
  const told = await absorbPage(database);
  return { absorbed: accepted + told };
}

async function absorbPage(database: Database): Promise<number> {
  return transaction(database, async (tx) => {
    const { rowCount: told } = await tx.query(
      `create temp table told on commit drop as
       with waiting as (
         select ctid, due_at, coalesce(cardinality(message_ids), cardinality(refs)) as n from receipt
         where due_at <= clock_timestamp() and status <> 'accepted' order by due_at limit ${pageSize} for update skip locked),
       page as (select ctid, sum(n) over (order by due_at, ctid) - n as before from waiting),
       taken as (
         delete from receipt where ctid = any(array(select ctid from page where before < ${pageSize})) returning *)
       select coalesce(message_id, (select x.id from message x where x.account_id = taken.account_id and x.reference = one.reference limit 1)) as id,
              account_id, message_id, reference, status, code, received_at, tries
       from taken cross join lateral unnest(message_ids, refs) as one(message_id, reference)`,
    );
    if (!told) return 0;
    await tx.query('analyze told (id)');
    const rows = await raise(tx);
    const runs = new Map<string, Map<string, number>>();
    for (const { run_id, channel, was, status, n } of rows) {
      if (run_id === null) continue;
      const deltas = runs.get(run_id) ?? new Map<string, number>();
      runs.set(run_id, deltas);
      add(deltas, `message:${channel}:${was === 'uncertain' ? 'queued' : was}`, -n);
      add(deltas, `message:${channel}:${status}`, n);
    }
    for (const [runId, deltas] of [...runs].sort(([a], [b]) => (a < b ? -1 : 1)))
      await count(tx, runId, Math.floor(Math.random() * 32), deltas);
    return told - rows.reduce((sum, { kept }) => sum + kept, 0);
  });
}

type Row = { run_id: string | null; channel: string; was: string; status: string; n: number; kept: number };

/**
 * Locked in the order of their ids, as whoever records an acceptance does, so that neither waits for the other in a circle.
 * Risen by id, never by ctid: a row that was changed while we waited for it has moved, and by its new place this statement
 * could not see it.
 */
async function raise(tx: Transaction): Promise<Row[]> {
  // Messages are looked up by their key: the planner, who takes a page for a large part of them, would read them all for each.
  await tx.query('set local enable_hashjoin = off; set local enable_mergejoin = off');
  const { rows } = await tx.query<Row>(
    `with best as (
       select distinct on (id) id, status, code, date_trunc('milliseconds', received_at) as received_at
       from told where id is not null order by id, status desc, received_at),
     locked as materialized (
       select x.id, x.run_id, x.status as was, best.status, best.code, best.received_at
       from best cross join lateral (select id, run_id, status from message where id = best.id for update) x),
     clock as materialized (
       select id, case when clock_at is not null then cauce_now(clock_at) end as drill_at from run where id in (select run_id from locked)),
     risen as (
       update message x set status = l.status, reason = coalesce(l.code, x.reason), done_at = coalesce(clock.drill_at, clock_timestamp()),
         accepted_at = coalesce(x.accepted_at, clock.drill_at, l.received_at)
       from locked l join clock on clock.id = l.run_id where x.id = l.id and l.was < l.status
       returning x.id, x.run_id, x.partition_id, x.member_id, x.node, x.visit, x.rung, x.channel, x.status, l.was,
         coalesce(clock.drill_at, l.received_at) as at),
     heard as (
       insert into inbox (partition_id, member_id, type, message_id, node, visit, at)
       select partition_id, member_id, 'receipt.' || node || '.' || rung || '.' || status, id, node, visit, at from risen),
     kept as (
       insert into receipt (account_id, message_ids, refs, status, code, received_at, tries, due_at)
       select account_id, case when message_id is not null then array[message_id] end,
              case when message_id is null then array[reference] end, told.status, told.code, told.received_at, tries + 1,
              clock_timestamp() + least(2 ^ tries, 600) * interval '1 second'
       from told
       where (id is null or id not in (select id from locked))
         -- a call for a signature is no message to a citizen, and moves nobody
         and not exists (select from summons where summons.id = told.id) returning 1)
     select run_id, channel, was::text, status::text, count(*)::int as n, 0 as kept from risen group by 1, 2, 3, 4
     union all select null, null, null, null, 0, count(*)::int from kept`,
  );
  return rows;
}
