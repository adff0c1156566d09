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
    const { rows } = await tx.query<{ run_id: string; channel: string; was: string; status: string; n: number }>(
      `with given as (
         select coalesce(by_key.id, by_reference.id) as id, max(r.status::message_status) as status, max(r.code) as code
         from jsonb_to_recordset($1) as r(key text, reference text, status text, code text)
         left join message by_key on by_key.id = case when pg_input_is_valid(r.key, 'uuid') then r.key::uuid end
         left join message by_reference on by_key.id is null and by_reference.account_id = $2 and by_reference.reference = r.reference
         group by 1),
       locked as (
         select x.id, x.status as was, given.status, given.code from given join message x on x.id = given.id
         where x.status < given.status order by x.id for update of x),
       risen as (
         update message x set status = l.status, reason = coalesce(l.code, x.reason), done_at = clock_timestamp(),
           accepted_at = coalesce(x.accepted_at, cauce_now(run.clock_at))
         from locked l, run where x.id = l.id and x.status = l.was and run.id = x.run_id
         returning x.id, x.run_id, x.partition_id, x.member_id, x.node, x.visit, x.rung, x.channel, x.status, l.was, cauce_now(run.clock_at) as at),
       told as (
         insert into inbox (partition_id, member_id, type, message_id, node, visit, at)
         select partition_id, member_id, 'receipt.' || node || '.' || rung || '.' || status, id, node, visit, at from risen)
       select run_id, channel, was::text, status::text, count(*)::int as n from risen group by 1, 2, 3, 4`,
      [JSON.stringify(receipts), accountId],
    );
    const kept = await keepUnmatched(tx, accountId, receipts);
    const runs = new Map<string, Map<string, number>>();
    for (const { run_id, channel, was, status, n } of rows) {
      const deltas = runs.get(run_id) ?? new Map<string, number>();
      runs.set(run_id, deltas);
      add(deltas, `message:${channel}:${counted(was)}`, -n);
      add(deltas, `message:${channel}:${status}`, n);
    }
    for (const [runId, deltas] of [...runs].sort(([a], [b]) => (a < b ? -1 : 1)))
      await count(tx, runId, Math.floor(Math.random() * 32), deltas);
    return { matched: receipts.length - kept, kept };
  });
}

/** While a provider has them, claimed and uncertain messages still count as queued. */
const counted = (status: string) => (status === 'claimed' || status === 'uncertain' ? 'queued' : status);

async function keepUnmatched(
  tx: { query: Database['query'] },
  accountId: number,
  receipts: ReceivedReceipt[],
): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into inbox (type, data, at)
     select 'receipt', to_jsonb(r) || jsonb_build_object('account', $2::int), clock_timestamp()
     from jsonb_to_recordset($1) as r(key text, reference text, status text, code text)
     where not exists (select from message x where x.id = case when pg_input_is_valid(r.key, 'uuid') then r.key::uuid end)
       and not exists (select from message x where x.account_id = $2 and x.reference = r.reference)`,
    [JSON.stringify(receipts), accountId],
  );
  return rowCount ?? 0;
}
