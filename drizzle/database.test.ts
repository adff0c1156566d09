import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, transaction } from './database.ts';
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

test('a process that freezes inside a transaction loses its locks, and goes on when it wakes up', async () => {
  const frozen = connect(testing.url, { max: 1, name: 'cauce frozen', idleInTransactionMs: 500 });
  const { database } = testing;
  await database.query(`insert into setting (key, value) values ('lock', '1')`);
  const lock = `select value from setting where key = 'lock' for update`;
  const frozenFor = 1_500;
  const sleeping = transaction(frozen, async (tx) => {
    await tx.query(`update setting set value = '2' where key = 'lock'`);
    await sleep(frozenFor);
    await tx.query('select 1');
  });
  sleeping.catch(() => undefined);
  await sleep(100);
  const began = performance.now();
  const { rows } = await transaction(database, (tx) => tx.query(lock));
  expect(performance.now() - began).toBeLessThan(frozenFor);
  expect(rows).toEqual([{ value: 1 }]);
  await expect(sleeping).rejects.toThrow();
  expect((await transaction(frozen, (tx) => tx.query('select 1 as one'))).rows).toEqual([{ one: 1 }]);
  await frozen.end();
});

test('every pool of ours lets go after fifteen seconds', async () => {
  const { rows } = await testing.database.query(
    `select current_setting('idle_in_transaction_session_timeout') as idle`,
  );
  expect(rows).toEqual([{ idle: '15s' }]);
});
