import type { Joinable, Transaction } from '../database.ts';
import { transaction } from '../database.ts';

/** An Idempotency-Key: whose it is, and the sha256 of what was asked with it. */
export type Repeat = { holder: string; key: string; body: string };
export type Once<T> = { ok: true; answer: T; repeated: boolean } | { ok: false };

/**
 * Does work once per Idempotency-Key: a repetition, or one that arrives meanwhile, gets the answer of the first. What was
 * done and that it was done are one transaction. A refusal is not kept, so that it can be put right under the same key.
 * Not ok: the key was used for something else.
 */
export async function once<T extends { ok: boolean }>(
  database: Joinable,
  repeat: Repeat | undefined,
  work: (tx: Transaction) => Promise<T>,
): Promise<Once<T>> {
  return transaction(database, async (tx) => {
    if (!repeat) return { ok: true, answer: await work(tx), repeated: false };
    const { holder, key, body } = repeat;
    // Whoever comes second waits here until the first has committed.
    const { rowCount } = await tx.query(
      'insert into answered (holder, key, body) values ($1, $2, $3) on conflict do nothing',
      [holder, key, body],
    );
    if (!rowCount) return answeredBefore<T>(tx, repeat);
    const answer = await work(tx);
    if (answer.ok)
      await tx.query('update answered set answer = $3 where holder = $1 and key = $2', [holder, key, answer]);
    else await tx.query('delete from answered where holder = $1 and key = $2', [holder, key]);
    return { ok: true, answer, repeated: false };
  });
}

async function answeredBefore<T>(tx: Transaction, { holder, key, body }: Repeat): Promise<Once<T>> {
  const { rows } = await tx.query<{ body: string; answer: T }>(
    'select body, answer from answered where holder = $1 and key = $2',
    [holder, key],
  );
  const [row] = rows;
  return row?.body === body ? { ok: true, answer: row.answer, repeated: true } : { ok: false };
}
