import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transaction } from './database.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let testing: TestDatabase;
beforeAll(async () => {
  testing = await testDatabase();
});
afterAll(() => testing.close());

test('a connection lost between two statements fails its transaction and nothing else', async () => {
  const { database } = testing;
  const lost = transaction(database, async (tx) => {
    const { rows } = await tx.query('select pg_backend_pid() as pid');
    await database.query('select pg_terminate_backend($1)', [rows[0].pid]);
    await sleep(200);
    await tx.query('select 1');
  });
  await expect(lost).rejects.toThrow();
  expect((await transaction(database, (tx) => tx.query('select 1 as one'))).rows).toEqual([{ one: 1 }]);
});
