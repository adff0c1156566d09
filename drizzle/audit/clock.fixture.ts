import { connect, type Database } from '../database.ts';
import type { TestDatabase } from '../test-database.ts';

/**
 * Connections for which the database's clock says what a test wants: our functions ask it by its plain name, and find the
 * test's own first.
 */
export async function withClock({ database, url }: TestDatabase): Promise<{
  database: Database;
  setClock: (at: string) => Promise<unknown>;
}> {
  await database.query(
    `create schema clock; create table clock.hand (at timestamptz); insert into clock.hand values (now())`,
  );
  for (const name of ['now', 'clock_timestamp'])
    await database.query(
      `create function clock.${name}() returns timestamptz language sql as 'select at from clock.hand'`,
    );
  const told = new URL(url);
  told.searchParams.set('options', '-c search_path=clock,pg_catalog,public');
  return {
    database: connect(told.href, { max: 4 }),
    setClock: (at) => database.query('update clock.hand set at = $1', [at]),
  };
}
