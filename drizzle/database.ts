import { inspect } from 'node:util';
import { type ClientBase, DatabaseError, Pool, type PoolClient } from 'pg';

export type Database = Pool;
export type Transaction = PoolClient;
/** Where a move may be made: on its own, or inside a transaction of whoever calls it. */
export type Joinable = Database | Transaction;
/** Anything that can run one statement: a pool or a transaction. */
export type Queryable = Pick<ClientBase, 'query'>;

// What Postgres says of an error quotes the row it was about. Whoever prints one gets its code and its place, not its words.
Object.defineProperty(DatabaseError.prototype, inspect.custom, {
  value(this: DatabaseError) {
    const frames = (this.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    return [`DatabaseError ${this.code ?? ''}`, ...frames].join('\n');
  },
});

/** Opens a pool on one Postgres; `name` is what the server shows as application_name. */
export function connect(url: string, { max = 10, name = 'cauce' } = {}): Database {
  const pool = new Pool({ connectionString: url, max, application_name: name, idleTimeoutMillis: 30_000 });
  // An idle connection that the server drops must not end the process; the next query gets a new one.
  pool.on('error', () => undefined);
  // Nor may one that is lost while somebody holds it: the next statement of its transaction fails and says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Runs `work` in one READ COMMITTED transaction: committed when it returns, rolled back when it throws. Given a transaction
 * in place of a database it joins that one, which ends as whoever opened it decides.
 */
export async function transaction<T>(database: Joinable, work: (tx: Transaction) => Promise<T>): Promise<T> {
  if ('release' in database) return work(database);
  const tx = await database.connect();
  let broken: Error | undefined;
  try {
    await tx.query('begin');
    const result = await work(tx);
    await tx.query('commit');
    return result;
  } catch (error) {
    await tx.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    tx.release(broken);
  }
}
