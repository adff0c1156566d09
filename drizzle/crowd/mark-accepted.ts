import type { Transaction } from '../database.ts';

/** Ids as one text, which Postgres takes for an array faster than a parameter for each. */
export const idsOf = (messages: readonly { id: string }[]): string => `{${messages.map(({ id }) => id).join()}}`;

/**
 * Marks those of the messages that are still queued as accepted; `at` is the time in SQL over `$2`. Returns how many.
 *
 * By their key and in its order, as a receipt's transaction locks them, so that neither waits for the other in a circle. The
 * ids stand in a select of their own, where the planner, who would weigh each of 2,000, does not look.
 */
export async function markAccepted(tx: Transaction, ids: string, at: string, parameter: string): Promise<number> {
  await reachByKey(tx);
  const { rowCount } = await tx.query(
    `update message set status = 'accepted', accepted_at = ${at}
     where id = any((select $1::uuid[])::uuid[]) and status = 'queued'`,
    [ids, parameter],
  );
  return rowCount ?? 0;
}

/** Has the next statements find messages by their key, in its order. */
export async function reachByKey(tx: Transaction): Promise<void> {
  await tx.query('set local enable_bitmapscan = off; set local enable_seqscan = off; set local enable_hashjoin = off');
}
