import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { transaction } from '../database.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { absorbReceipts } from './absorb-receipts.ts';
import { type AlarmedCrowd, alarmCrowd } from './alarmed-crowd.fixture.ts';
import { pauseRun, resumeRun } from './brake-run.ts';
import { keepReceipts } from './keep-receipts.ts';
import { layOutPages } from './lay-out-pages.ts';
import { releaseLeases } from './release-leases.ts';
import { rerouteMessages } from './reroute-messages.ts';
import { stopRun, stopRunPage } from './stop-run.ts';

const people = 1_200;
let db: TestDatabase;
let crowd: AlarmedCrowd;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crowd = await alarmCrowd(db.database, people);
});

const one = async <T>(sql: string, ...values: unknown[]) => (await db.database.query(sql, values)).rows[0] as T;
const sorted = (ids: string[]) => [...ids].sort();

test('a crowd waits in few rows, and leaves in claims of any size, each message once', async () => {
  expect((await db.database.query('select from outbox where run_id = $1', [crowd.runId])).rowCount).toBeLessThan(8);
  expect((await crowd.pagesOf('sms')).reduce((sum, n) => sum + n, 0)).toBe(people);
  const expected = await crowd.messagesOf('sms');
  const taken: string[] = [];
  const sizes = new Set<number>();
  for (let claimed = await crowd.claimOf('sms', 500); claimed; claimed = await crowd.claimOf('sms', 500)) {
    taken.push(...claimed.messages.map(({ id }) => id));
    sizes.add(claimed.messages.length);
  }
  expect(Math.max(...sizes)).toBe(500);
  expect(sorted(taken)).toEqual(expected);
  expect(await crowd.pagesOf('sms')).toEqual([]);
});

test('two who claim at once take different pages, and nobody waits for the other', async () => {
  const [a, b] = await Promise.all([crowd.claimOf('sms', 700), crowd.claimOf('sms', 700)]);
  const ids = [a, b].flatMap((claimed) => claimed?.messages.map(({ id }) => id) ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  let rest = 0;
  for (let claimed = await crowd.claimOf('sms'); claimed; claimed = await crowd.claimOf('sms'))
    rest += claimed.messages.length;
  expect(ids.length + rest).toBe(people);
});

test('a pause keeps pages where they are, and a resumed run goes on with them', async () => {
  const before = await crowd.pagesOf('sms');
  await pauseRun(db.database, crowd.runId);
  expect(await crowd.claimOf('sms')).toBeUndefined();
  expect(await crowd.pagesOf('sms')).toEqual(before);
  await resumeRun(db.database, crowd.runId);
  expect((await crowd.claimOf('sms'))?.messages.length).toBeGreaterThan(0);
});

test('who was reached by one channel is taken out of the other’s page, and everybody else of it still leaves', async () => {
  const claimed = (await crowd.claimOf('sms', 300))!;
  await crowd.acceptAll(claimed, 'sms');
  await keepReceipts(
    db.database,
    crowd.accounts.sms!,
    claimed.messages.map(({ id }) => ({ key: id, status: 'delivered' })),
  );
  await absorbReceipts(db.database);
  await crowd.advance();
  expect(await crowd.messagesOf('voice', 'withdrawn')).toHaveLength(claimed.messages.length);
  const waiting = await crowd.messagesOf('voice');
  const called: string[] = [];
  for (let claimed = await crowd.claimOf('voice'); claimed; claimed = await crowd.claimOf('voice'))
    called.push(...claimed.messages.map(({ id }) => id));
  expect(sorted(called)).toEqual(waiting);
  expect(called).toHaveLength(people - claimed.messages.length);
});

test('a page that is being claimed while it is laid out is waited for: what was taken left, the rest is laid out', async () => {
  const [size = 0] = (await crowd.pagesOf('sms')).slice(-1);
  let laying: Promise<void> = Promise.resolve();
  await transaction(db.database, async (tx) => {
    const { rowCount } = await tx.query(
      `update outbox set message_id = message_ids[11], message_ids = message_ids[11:]
       where run_id = $1 and account_id = $2 and cardinality(message_ids) = $3`,
      [crowd.runId, crowd.accounts.sms, size],
    );
    expect(rowCount).toBe(1);
    laying = layOutPages(
      db.database,
      'select ctid as place from outbox where message_ids is not null and run_id = $1',
      [crowd.runId],
    );
    for (let waiting = 0; waiting === 0; await sleep(20))
      waiting = (await db.database.query(`select from pg_stat_activity where wait_event_type = 'Lock'`)).rowCount ?? 0;
  });
  await laying;
  expect(await crowd.pagesOf('sms')).toEqual([]);
  expect(
    await one(
      'select count(*)::int as n from outbox where run_id = $1 and account_id = $2',
      crowd.runId,
      crowd.accounts.sms,
    ),
  ).toEqual({ n: people - 10 });
});

test('a stopped run takes back everybody in its pages, however many pages there are', async () => {
  await db.database.query(
    `with gone as (delete from outbox where run_id = $1 returning *)
     insert into outbox (account_id, lane, run_id, not_before, message_id, message_ids)
     select account_id, lane, run_id, not_before, (array_agg(id))[1], array_agg(id)
     from gone cross join unnest(message_ids) with ordinality as of(id, n) group by 1, 2, 3, 4, n % 24`,
    [crowd.runId],
  );
  expect((await crowd.pagesOf('sms')).length).toBeGreaterThan(20);
  await stopRun(db.database, crowd.runId);
  while (!(await stopRunPage(db.database, crowd.runId)).done);
  expect(await one('select count(*)::int as n from outbox where run_id = $1', crowd.runId)).toEqual({ n: 0 });
  expect(await crowd.messagesOf('sms', 'withdrawn')).toHaveLength(people);
  expect(await crowd.messagesOf('voice', 'withdrawn')).toHaveLength(people);
  expect(await crowd.counted('sms')).toEqual({ queued: 0, withdrawn: people });
});

test('pages of an account that is down leave by the other', async () => {
  const { id: other } = await one<{ id: number }>(
    `insert into account (unit_id, slug, name, channel, adapter, mode, weight) values ($1, 'otra', 'otra', 'sms', 'http-batch', 'sandbox', 1) returning id`,
    crowd.unitId,
  );
  await db.database.query(`update account set status = 'down' where id = $1`, [crowd.accounts.sms]);
  while ((await rerouteMessages(db.database)) > 0);
  await db.database.query(`update account set status = 'active' where id = $1`, [crowd.accounts.sms]);
  expect(await crowd.claimOf('sms')).toBeUndefined();
  const claimed = await crowd.claimOf('sms', 2_000, other);
  expect(claimed?.messages).toHaveLength(people);
  await db.database.query('delete from account where id = $1', [other]);
});

test('who claimed a page and died: its messages come back one by one', async () => {
  const claimed = (await crowd.claimOf('sms', 400))!;
  await db.database.query(`update claim set lease_until = now() - interval '1 second' where id = $1`, [
    claimed.claimId,
  ]);
  await releaseLeases(db.database, [{ adapter: 'http-batch', keysHoldMs: 3_600_000 }]);
  const taken: string[] = [];
  for (let next = await crowd.claimOf('sms'); next; next = await crowd.claimOf('sms'))
    taken.push(...next.messages.map(({ id }) => id));
  expect(taken).toHaveLength(people);
  expect(new Set(taken).size).toBe(people);
});
