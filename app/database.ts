import { connect, type Database } from '#drizzle/database.ts';
import { env } from '#env';

/** The one pool of the web process; kept on globalThis because a development reload evaluates modules again. */
export function database(): Database {
  const url = env().DATABASE_URL;
  if (url === undefined) throw new Error('DATABASE_URL is not set: start Cauce with npm start, or name a Postgres');
  holder.cauceDatabase ??= connect(url, { max: 8, name: 'cauce web' });
  return holder.cauceDatabase;
}

const holder = globalThis as typeof globalThis & { cauceDatabase?: Database };
