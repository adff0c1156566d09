import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchRun } from '../queries/launch-run.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { absorbReceipts } from './absorb-receipts.ts';
import { claim } from './claim.ts';
import { advanceAll, enrolAll, revise, settle } from './crowd.fixture.ts';
import { enrolPage } from './enrol.ts';
import { keepReceipts } from './keep-receipts.ts';
import { record } from './record.ts';

const alert = {
  cauce: 1,
  slug: 'aviso',
  title: 'Aviso',
  nodes: [
    { id: 'n1', kind: 'launch' },
    {
      id: 'n2',
      kind: 'notify',
      config: {
        rungs: [
          { id: 'sms', channel: 'sms' },
          { id: 'email', channel: 'email' },
        ],
      },
    },
    { id: 'n3', kind: 'end', config: { outcome: 'reached' } },
    { id: 'n4', kind: 'end', config: { outcome: 'nobody' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n4' },
  ],
};

let db: TestDatabase;
let unitId: string;
let sms: number;

beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, 100));
  await revise(db.database, unitId, alert);
  sms = (await db.database.query(`select id from account where channel = 'sms'`)).rows[0].id;
});
afterAll(() => db.close());

const count = async (sql: string, ...values: unknown[]) => (await db.database.query(sql, values)).rows[0].n as number;
const states = async (runId: string) =>
  Object.fromEntries(
    (
      await db.database.query(`select state, count(*)::int as n from member where run_id = $1 group by 1`, [runId])
    ).rows.map(({ state, n }) => [state, n]),
  );

test('a crowd is enrolled, decided, handed over, confirmed and finished, each step exactly once', async () => {
  const { runId, partitions } = await enrolAll(db.database, {
    unitId,
    slug: 'aviso',
    mode: 'drill',
    clock: { startsAt: Date.UTC(2026, 6, 2, 10), scale: 1 },
  });
  expect(await states(runId)).toEqual({ 'n2.sms': 100 });
  expect(await count(`select count(*)::int as n from log where run_id = $1 and seq = 1`, runId)).toBe(100);
  expect(await advanceAll(db.database, partitions)).toBe(0);

  const claimed = await claim(db.database, sms, {
    limit: 500,
    channel: 'sms',
    accountMode: 'sandbox',
    factsOf: () => ['citizen.givenName'],
  });
  expect(claimed?.messages).toHaveLength(100);
  expect(claimed?.messages[0]).toMatchObject({ values: ['N.'], language: 'es', node: 'n2', rung: 'sms' });
  expect(
    await claim(db.database, sms, { limit: 500, channel: 'sms', accountMode: 'sandbox', factsOf: () => [] }),
  ).toBeUndefined();
  await record(
    db.database,
    claimed!,
    'sms',
    claimed!.messages.map(({ id }) => ({ id, result: 'accepted' })),
    1,
  );

  const receipts = claimed!.messages.map(({ id }, i) => ({
    key: id,
    status: i < 90 ? ('delivered' as const) : ('failed' as const),
  }));
  await keepReceipts(db.database, sms, [...receipts, { key: 'nobody', status: 'delivered' }]);
  await keepReceipts(db.database, sms, receipts);
  expect(await absorbReceipts(db.database)).toEqual({ absorbed: 200 });
  expect(await advanceAll(db.database, partitions)).toBe(100);
  expect(await states(runId)).toEqual({ n3: 90, 'n2.email': 10 });
  expect(await count(`select count(*)::int as n from message where run_id = $1`, runId)).toBe(110);
  expect(await count(`select count(*)::int as n from inbox where partition_id > 0`)).toBe(0);
  expect(await count(`select count(*)::int as n from receipt where tries = 1`)).toBe(1);
  expect(
    await count(`select sum(n)::int as n from counter where run_id = $1 and name = 'message:sms:delivered'`, runId),
  ).toBe(90);
  expect(await count(`select sum(n)::int as n from counter where run_id = $1 and name like 'state:%'`, runId)).toBe(
    100,
  );
  expect(
    await count(`select sum(n)::int as n from counter where run_id = $1 and name = 'outcome:reached'`, runId),
  ).toBe(90);
});

test('three poisoned members among many wait in attention and the rest move on', async () => {
  const { runId, partitions } = await enrolAll(db.database, {
    unitId,
    slug: 'aviso',
    mode: 'drill',
    clock: { startsAt: Date.UTC(2026, 6, 3, 10), scale: 1 },
  });
  await db.database.query(
    `insert into inbox (partition_id, member_id, type, node, visit, at)
     select partition_id, id, 'receipt.n2.sms.delivered', 'n2', 1, entered_at from member where run_id = $1`,
    [runId],
  );
  await db.database.query(
    `update member set visits = '{"n2": "dos"}' where id in (select id from member where run_id = $1 order by id offset 40 limit 3)`,
    [runId],
  );
  await advanceAll(db.database, partitions);
  expect(await states(runId)).toEqual({ n3: 97, 'n2.sms': 3 });
  expect(await count(`select count(*)::int as n from attention where run_id = $1`, runId)).toBe(3);
});

test('whoever cannot be decided about on entering waits in attention, and the others of the page enter', async () => {
  await revise(db.database, unitId, {
    ...alert,
    slug: 'cita',
    nodes: [
      { id: 'n1', kind: 'launch' },
      { id: 'n2', kind: 'wait', config: { until: { for: 'date', fact: 'citizen.cita' } } },
      { id: 'n3', kind: 'end', config: { outcome: 'reached' } },
    ],
    edges: [
      { from: 'n1', port: 'start', to: 'n2' },
      { from: 'n2', port: 'done', to: 'n3' },
    ],
  });
  await db.database.query(
    `update citizen set attributes = '{"cita": "2026-08-01"}' where id in (select id from citizen where copy_of is null order by id offset 3)`,
  );
  const { runId, partitions } = await enrolAll(db.database, {
    unitId,
    slug: 'cita',
    mode: 'drill',
    clock: { startsAt: Date.UTC(2026, 6, 3, 10), scale: 1 },
  });
  await advanceAll(db.database, partitions);
  expect(await states(runId)).toEqual({ n2: 97, enter: 3 });
  expect(await count(`select count(*)::int as n from attention where run_id = $1`, runId)).toBe(3);
});

test('while the only account of a channel is paused, what is to be said waits with it; of two, the other takes it', async () => {
  const set = (status: string) => db.database.query('update account set status = $2 where id = $1', [sms, status]);
  const queuedOn = async () => {
    const launched = await launchRun(db.database, { unitId, slug: 'aviso', mode: 'live' });
    if (!launched.ok) throw new Error('not launched');
    const { runId } = launched;
    await db.database.query(`update run set status = 'approved' where id = $1`, [runId]);
    await set('paused');
    while (!(await enrolPage(db.database, runId)).done);
    await set('active');
    const { rows } = await db.database.query(
      `select account_id as account, status, count(*)::int as n from message where run_id = $1 group by 1, 2`,
      [runId],
    );
    await db.database.query(`update run set status = 'stopped' where id = $1`, [runId]);
    return rows;
  };
  expect(await queuedOn()).toEqual([{ account: sms, status: 'queued', n: 100 }]);
  const other = (
    await db.database.query<{ id: number }>(
      `insert into account (unit_id, slug, name, channel, adapter, mode) values ($1, 'otra', 'otra', 'sms', 'http-batch', 'sandbox') returning id`,
      [unitId],
    )
  ).rows[0]!.id;
  expect(await queuedOn()).toEqual([{ account: other, status: 'queued', n: 100 }]);
  await db.database.query('delete from account where id = $1', [other]);
});
