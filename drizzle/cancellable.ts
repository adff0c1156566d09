import type pg from 'pg';
import type { Database, Transaction } from './database.ts';

/**
 * The same pool for one piece of work: when `signal` aborts, the statements that this work has running are cancelled in
 * Postgres (as `query_canceled`), and no new connection is handed out. `by`: the pool that asks for it, when this one may
 * have no connection left to ask with.
 */
export function cancellable(database: Database, signal: AbortSignal, by: Database = database): Database {
  const held = new Set<Transaction>();
  signal.addEventListener('abort', () => void cancelAll(by, held), { once: true });

  async function connect(): Promise<Transaction> {
    signal.throwIfAborted();
    const client = await database.connect();
    held.add(client);
    const release = client.release.bind(client);
    client.release = (broken?: Error | boolean) => {
      held.delete(client);
      client.release = release;
      release(broken);
    };
    return client;
  }

  async function query(...statement: Parameters<pg.PoolClient['query']>) {
    const client = await connect();
    try {
      return await client.query(...statement);
    } finally {
      client.release();
    }
  }
  // The rest of a pool (end, counts, events) is the pool's own.
  return Object.assign(Object.create(database) as Database, { connect, query });
}

async function cancelAll(database: Database, held: ReadonlySet<Transaction>): Promise<void> {
  const backends = [...held].map((client) => (client as unknown as { processID: number }).processID); // pg sets it, its types hide it
  if (backends.length === 0) return;
  await database
    .query('select pg_cancel_backend(pid) from unnest($1::int[]) as pid', [backends])
    .catch(() => undefined);
}
