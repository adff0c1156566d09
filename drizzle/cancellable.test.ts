import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancellable } from './cancellable.ts';
import { transaction } from './database.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let pg: TestDatabase;
beforeAll(async () => {
  pg = await testDatabase();
});
afterAll(() => pg.close());

test('aborting cancels the statement that is running, and the pool stays good', async () => {
  const stop = new AbortController();
  const database = cancellable(pg.database, stop.signal);
  const sleeping = transaction(database, (tx) => tx.query('select pg_sleep(60)'));
  setTimeout(() => stop.abort(), 200);
  await expect(sleeping).rejects.toMatchObject({ code: '57014' });
  await expect(database.query('select 1')).rejects.toThrow();
  expect((await pg.database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('what is not aborted is not disturbed, and a released connection is no longer ours', async () => {
  const stop = new AbortController();
  const database = cancellable(pg.database, stop.signal);
  await database.query('select 1');
  const other = pg.database.query('select pg_sleep(0.3)');
  stop.abort();
  await expect(other).resolves.toBeDefined();
});
