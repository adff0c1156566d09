import { type Database, type Queryable, type Transaction, transaction } from '../database.ts';
import { count } from './count.ts';
import { markAccepted } from './mark-accepted.ts';

/**
 * Marks messages of kept acceptances as accepted since they were told, a claim's worth in one transaction and `atMost` messages
 * at a time. They were counted when `record` kept them; a message of which a receipt was taken in before counted as queued
 * then, which is set right. Returns how many were taken in.
 */
export async function absorbAcceptances(database: Database, atMost: number): Promise<number> {
  let absorbed = 0;
  for (let n = 1; n > 0 && absorbed < atMost; absorbed += n) n = await transaction(database, absorbOne);
  return absorbed;
}

async function absorbOne(tx: Transaction): Promise<number> {
  const { rows } = await tx.query<{ ids: string; n: number; at: string }>(
    `with oldest as (
       select ctid from receipt where status = 'accepted' and due_at <= clock_timestamp()
       order by due_at limit 1 for update skip locked)
     delete from receipt using oldest where receipt.ctid = oldest.ctid
     returning message_ids::text as ids, cardinality(message_ids) as n, date_trunc('milliseconds', received_at)::text as at`,
  );
  const [kept] = rows;
  if (!kept) return 0;
  if ((await markAccepted(tx, kept.ids, '$2::timestamptz', kept.at)) < kept.n) await setRight(tx, kept.ids);
  return kept.n;
}

async function setRight(tx: Transaction, ids: string): Promise<void> {
  const { rows } = await tx.query<{ run_id: string; channel: string; n: number }>(
    `select run_id, channel, count(*)::int as n from message
     where id = any((select $1::uuid[])::uuid[]) and status > 'accepted' group by 1, 2`,
    [ids],
  );
  for (const { run_id, channel, n } of rows)
    await count(
      tx,
      run_id,
      Math.floor(Math.random() * 32),
      new Map([
        [`message:${channel}:queued`, n],
        [`message:${channel}:accepted`, -n],
      ]),
    );
}

/** Whether any acceptance is kept whose messages are not marked yet. */
export async function acceptancesWait(tx: Queryable): Promise<boolean> {
  const { rowCount } = await tx.query(`select from receipt where status = 'accepted' order by due_at limit 1`);
  return rowCount === 1;
}
