import { connect, type Database } from '#drizzle/database.ts';
import { env } from '#env';

/**
 * A small pool of its own for live counts, each of which may read a whole population: however many people are typing
 * conditions, pages and alerts never wait for a connection behind them.
 */
export function countingDatabase(): Database {
  const url = env().DATABASE_URL;
  if (url === undefined) throw new Error('DATABASE_URL is not set: start Cauce with npm start, or name a Postgres');
  holder.cauceCounting ??= connect(url, { max: 4, name: 'cauce count' });
  return holder.cauceCounting;
}

const holder = globalThis as typeof globalThis & { cauceCounting?: Database };
