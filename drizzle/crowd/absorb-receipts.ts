import { type Database, transaction } from '../database.ts';
import { add, count } from './count.ts';

/** A receipt by our message id, or by the provider's own reference on that account. */
export type ReceivedReceipt = {
  key?: string | undefined;
  reference?: string | undefined;
  status: 'delivered' | 'read' | 'failed';
  code?: string | undefined;
};

/**
 * Takes receipts in, in one transaction: messages rise to their new status, and the members they may move find them in
 * their inbox. Late, repeated and shuffled receipts change nothing. Those that match no message are kept and tried again.
 */
export async function absorbReceipts(
  database: Database,
  accountId: number,
  receipts: ReceivedReceipt[],
): Promise<{ matched: number; kept: number }> {
  return transaction(database, async (tx) => {
    // Risen by id, never by ctid: a row that whoever records the acceptance changed while we waited for it has moved, and
    // by its new place this statement could not see it.
    const { rows } = await tx.query<Row>(
      `with given as (
         select coalesce(case when pg_input_is_valid(key, 'uuid') then key::uuid end,
                         (select id from message where account_id = $2 and message.reference = r.reference limit 1)) as id,
                key, reference, status::message_status, code
         from jsonb_to_recordset($1) as r(key text, reference text, status text, code text)),
       best as (select id, max(status) as status, max(code) as code from given where id is not null group by id),
       locked as (
         select x.id, x.status as was, best.status, best.code
         from best join message x on x.id = best.id order by x.id for update of x),
       risen as (
         update message x set status = l.status, reason = coalesce(l.code, x.reason), done_at = clock_timestamp(),
           accepted_at = coalesce(x.accepted_at, cauce_now(run.clock_at))
         from locked l, run where x.id = l.id and l.was < l.status and run.id = x.run_id
         returning x.id, x.run_id, x.partition_id, x.member_id, x.node, x.visit, x.rung, x.channel, x.status, l.was, cauce_now(run.clock_at) as at),
       told as (
         insert into inbox (partition_id, member_id, type, message_id, node, visit, at)
         select partition_id, member_id, 'receipt.' || node || '.' || rung || '.' || status, id, node, visit, at from risen),
       kept as (
         insert into inbox (type, data, at)
         select 'receipt', jsonb_build_object('key', key, 'reference', reference, 'status', status, 'code', code, 'account', $2::int), clock_timestamp()
         from given where (id is null or not exists (select from locked where locked.id = given.id))
           -- a call for a signature is no message to a citizen, and moves nobody
           and not exists (select from summons where summons.id = given.id) returning 1)
       select run_id, channel, was::text, status::text, count(*)::int as n, 0 as kept from risen group by 1, 2, 3, 4
       union all select null, null, null, null, 0, count(*)::int from kept`,
      [JSON.stringify(receipts), accountId],
    );
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
    const kept = rows.reduce((sum, row) => sum + row.kept, 0);
    return { matched: receipts.length - kept, kept };
  });
}

type Row = { run_id: string | null; channel: string; was: string; status: string; n: number; kept: number };
