import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transaction } from '../database.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { absorbReceipts } from './absorb-receipts.ts';
import { claim } from './claim.ts';
import { advanceAll, enrolAll, notice, revise, settle } from './crowd.fixture.ts';
import { keepReceipts } from './keep-receipts.ts';
import { record } from './record.ts';
import { stopRun, stopRunPage } from './stop-run.ts';

let testing: TestDatabase;
beforeAll(async () => {
  testing = await testDatabase();
});
afterAll(() => testing.close());

test('a receipt that arrives while the acceptance is being recorded is taken in once that is done', async () => {
  const { database } = testing;
  const { unitId } = await settle(database, 3);
  await revise(database, unitId, notice);
  const { partitions } = await enrolAll(database, { unitId, slug: 'aviso', mode: 'live', audience: { all: [] } });
  await advanceAll(database, partitions);
  const { rows } = await database.query<{ id: string; account_id: number }>('select id, account_id from message');
  const accountId = rows[0]!.account_id;
  let absorbing: Promise<unknown> = Promise.resolve();
  await transaction(database, async (tx) => {
    await tx.query(`update message set status = 'accepted', accepted_at = now()`);
    await keepReceipts(
      database,
      accountId,
      rows.map(({ id }) => ({ key: id, status: 'delivered' })),
    );
    absorbing = absorbReceipts(database);
    for (let waiting = 0; waiting === 0; await sleep(20))
      waiting = (await database.query(`select from pg_stat_activity where wait_event_type = 'Lock'`)).rowCount ?? 0;
  });
  await absorbing;
  const after = await database.query(
    `select (select count(*)::int from message where status = 'delivered') as delivered, (select count(*)::int from inbox where member_id in (select member_id from message)) as heard`,
  );
  expect(after.rows[0]).toEqual({ delivered: 3, heard: 3 });
});

test('one that comes before its acceptance is recorded matches nothing yet, and is taken in later', async () => {
  const { database } = testing;
  const { unitId } = await settle(database, 1);
  await revise(database, unitId, notice);
  await enrolAll(database, { unitId, slug: 'aviso', mode: 'live', audience: { all: [] } });
  const { rows } = await database.query<{ id: string; account_id: number }>(
    `select id, account_id from message where status = 'queued' order by id desc limit 1`,
  );
  const { id, account_id: accountId } = rows[0]!;
  await keepReceipts(database, accountId, [{ reference: 'theirs-1', status: 'delivered' }]);
  expect(await absorbReceipts(database)).toEqual({ absorbed: 0 });
  expect(await absorbReceipts(database)).toEqual({ absorbed: 0 });
  await database.query(`update message set status = 'accepted', reference = 'theirs-1' where id = $1`, [id]);
  await database.query('update receipt set due_at = now()');
  expect(await absorbReceipts(database)).toEqual({ absorbed: 1 });
  expect((await database.query('select status from message where id = $1', [id])).rows).toEqual([
    { status: 'delivered' },
  ]);
});

test('what comes together is one row for each status and code, taken in whole; only what matches nothing stays, alone', async () => {
  const { database } = testing;
  const { unitId } = await settle(database, 4);
  await revise(database, unitId, { ...notice, slug: 'juntos' });
  const { runId } = await enrolAll(database, { unitId, slug: 'juntos', mode: 'live', audience: { all: [] } });
  const { rows } = await database.query<{ id: string }>(
    `update message set status = 'accepted', accepted_at = now() where run_id = $1 returning id`,
    [runId],
  );
  const [a = '', b = '', c = '', d = ''] = rows.map(({ id }) => id);
  await database.query(`update message set reference = 'theirs, {"d"}' where id = $1`, [d]);
  await database.query('truncate receipt');
  await keepReceipts(database, await smsOf(unitId), [
    { key: a, status: 'delivered' },
    { key: b.toUpperCase(), status: 'delivered' },
    { key: b, status: 'failed', code: 'late' },
    { key: c, status: 'failed', code: 'no-such-number' },
    { reference: 'theirs, {"d"}', status: 'delivered' },
    { key: '00000000-0000-7000-8000-000000000000', status: 'delivered' },
    { key: 'nothing-of-ours', status: 'delivered' },
  ]);
  expect((await database.query('select from receipt')).rowCount).toBe(4);
  expect(await absorbReceipts(database)).toEqual({ absorbed: 5 });
  const found = await database.query<{ status: string; reason: string | null }>(
    'select status, reason from message where id = any($1::uuid[]) order by array_position($1::uuid[], id)',
    [[a, b, c, d]],
  );
  expect(found.rows).toEqual([
    { status: 'delivered', reason: null },
    { status: 'delivered', reason: null },
    { status: 'failed', reason: 'no-such-number' },
    { status: 'delivered', reason: null },
  ]);
  const kept = await database.query('select message_ids, refs, tries from receipt order by refs');
  expect(kept.rows).toEqual([
    { message_ids: null, refs: ['nothing-of-ours'], tries: 1 },
    { message_ids: ['00000000-0000-7000-8000-000000000000'], refs: null, tries: 1 },
  ]);
  await database.query('truncate receipt');
  await keepReceipts(database, await smsOf(unitId), []);
  expect((await database.query('select from receipt')).rowCount).toBe(0);
});

test('nobody is left for the next rung while a receipt waits that came before the limit', async () => {
  const { database } = testing;
  const { unitId } = await settle(database, 1);
  await revise(database, unitId, { ...notice, slug: 'pronto' });
  const { runId, partitions } = await enrolAll(database, {
    unitId,
    slug: 'pronto',
    mode: 'live',
    audience: { all: [] },
  });
  const { rows } = await database.query<{ id: string; account_id: number; member_id: string }>(
    `update message set status = 'accepted', accepted_at = now() - interval '48 hours 1 second' where run_id = $1 returning id, account_id, member_id`,
    [runId],
  );
  const { id, account_id: accountId, member_id: memberId } = rows[0]!;
  await database.query(
    `update member set timers = jsonb_build_object('n2.sms.limit', cauce_ms(now() - interval '1 second')), due_at = now() - interval '1 second' where id = $1`,
    [memberId],
  );
  await database.query(`update partition set next_due_at = now() - interval '1 second' where run_id = $1`, [runId]);
  await keepReceipts(database, accountId, [{ key: id, status: 'delivered' }]);
  await database.query(
    `update receipt set received_at = now() - interval '2 seconds', due_at = now() - interval '2 seconds'`,
  );
  const state = async () => (await database.query('select state from member where id = $1', [memberId])).rows[0].state;
  await advanceAll(database, partitions);
  expect(await state()).toBe('n2.sms');
  await absorbReceipts(database);
  await advanceAll(database, partitions);
  expect(await state()).toBe('n3');
  expect((await database.query(`select outcome from member where id = $1`, [memberId])).rows).toEqual([
    { outcome: 'reached' },
  ]);
});

test('in a drill a message is closed on the drill’s clock, by a receipt, by a refusal and by a stop', async () => {
  const { database } = testing;
  const { unitId } = await settle(database, 3);
  await revise(database, unitId, notice);
  const clock = { startsAt: Date.UTC(2026, 6, 2, 9), scale: 1 };
  const { runId } = await enrolAll(database, { unitId, slug: 'aviso', mode: 'drill', clock });
  const claimed = await claim(database, await smsOf(unitId), {
    limit: 2,
    channel: 'sms',
    accountMode: 'sandbox',
    factsOf: () => [],
  });
  const [first, second] = claimed!.messages;
  await record(
    database,
    claimed!,
    'sms',
    [
      { id: first!.id, result: 'accepted' },
      { id: second!.id, result: 'refused', reason: 'no-such-number' },
    ],
    0,
  );
  await keepReceipts(database, await smsOf(unitId), [{ key: first!.id, status: 'delivered' }]);
  await absorbReceipts(database);
  await stopRun(database, runId);
  for (let done = false; !done; ) ({ done } = await stopRunPage(database, runId));
  const { rows } = await database.query<{ status: string; on: boolean }>(
    `select m.status, m.done_at = run.clock_at as on from message m join run on run.id = m.run_id where run.id = $1 order by 1`,
    [runId],
  );
  expect(rows).toEqual([
    { status: 'withdrawn', on: true },
    { status: 'failed', on: true },
    { status: 'delivered', on: true },
  ]);
});

async function smsOf(unitId: string): Promise<number> {
  const { rows } = await testing.database.query(`select id from account where unit_id = $1 and channel = 'sms'`, [
    unitId,
  ]);
  return rows[0].id as number;
}
