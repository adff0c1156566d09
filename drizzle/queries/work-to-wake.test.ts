import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptancesWait } from '../crowd/absorb-acceptances.ts';
import { advanceAll, enrolAll, revise, settle } from '../crowd/crowd.fixture.ts';
import { pagesWait } from '../crowd/lay-out-pages.ts';
import type { Queryable } from '../database.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { launchRun } from './launch-run.ts';
import {
  accountsToWake,
  endpointsToWake,
  eventsWait,
  openRuns,
  partitionsToWake,
  receiptsWait,
  runsToWake,
} from './work-to-wake.ts';

const journey = {
  cauce: 1,
  slug: 'aviso',
  title: 'Aviso',
  nodes: [
    { id: 'n1', kind: 'launch' },
    { id: 'n2', kind: 'notify', config: { rungs: [{ id: 'sms', channel: 'sms' }], expires: { days: 1 } } },
    { id: 'n3', kind: 'end', config: { outcome: 'reached' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n3' },
  ],
};

let db: TestDatabase;
let unitId: string;
beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, 20));
  await revise(db.database, unitId, journey);
});
afterAll(() => db.close());

test('a run is seen when it must enrol, when it must stop, and when its last partition has closed', async () => {
  const launched = await launchRun(db.database, { unitId, slug: 'aviso', mode: 'drill' });
  const runId = launched.ok ? launched.runId : '';
  expect(await runsToWake(db.database)).toMatchObject([{ runId, standing: false }]);
  // One that waits is to be judged, unless it waits for a signature or for its hour.
  await set(runId, `status = 'waiting'`);
  expect(await runsToWake(db.database)).toMatchObject([{ runId }]);
  await set(runId, `launch_at = now() + interval '1 hour'`);
  expect(await runsToWake(db.database)).toEqual([]);
  await set(runId, `launch_at = null, gate = '{"code": "held-people"}'`);
  expect(await runsToWake(db.database)).toEqual([]);
  expect(await openRuns(db.database)).toEqual([]);
  await set(runId, `status = 'open'`);
  expect(await runsToWake(db.database)).toMatchObject([{ runId }]);
  await set(runId, `status = 'finished'`);
  expect(await runsToWake(db.database)).toEqual([]);
});

test('a partition is seen for a due time on its run clock and for an event, but not while paused', async () => {
  const { runId, partitions } = await enrolAll(db.database, {
    unitId,
    slug: 'aviso',
    mode: 'drill',
    clock: { startsAt: Date.UTC(2026, 6, 2), scale: 1 },
  });
  const [partitionId] = partitions;
  expect(await partitionsToWake(db.database)).toEqual([]);
  await set(runId, `clock_at = clock_at + interval '3 days'`);
  expect(await partitionsToWake(db.database)).toMatchObject([{ partitionId, runId, k: 0 }]);
  await set(runId, 'paused_at = clock_at');
  expect(await partitionsToWake(db.database)).toEqual([]);
  await set(runId, 'paused_at = null');
  await set(runId, `clock_at = clock_at - interval '3 days'`);
  await db.database.query(
    `insert into inbox (partition_id, member_id, type, at) select partition_id, id, 'event.x', now() from member where run_id = $1 limit 1`,
    [runId],
  );
  expect(await partitionsToWake(db.database)).toMatchObject([{ partitionId }]);
  await set(runId, `status = 'stopped'`);
});

test('beside a full inbox, outbox and store of receipts, no question reads them from their beginning', async () => {
  const { runId, partitions } = await enrolAll(db.database, { unitId, slug: 'aviso', mode: 'live' });
  await db.database.query(
    `insert into inbox (partition_id, member_id, type, at) select 1000 + n % 3, uuidv7(), 'event.x', now() from generate_series(1, 20000) n`,
  );
  await db.database.query(`insert into news (partition_id) select 1000 + n % 3 from generate_series(1, 20000) n`);
  await db.database.query(
    `insert into receipt (account_id, message_ids, status) select 1, array[uuidv7()], 'delivered' from generate_series(1, 20000)`,
  );
  await db.database.query(
    `insert into outbox select 1 + n % 2, 2, $1, now(), uuidv7() from generate_series(1, 20000) n`,
    [runId],
  );
  await db.database.query('analyze inbox, news, receipt, outbox');
  const plans: string[] = [];
  const explained = {
    query: async (sql: string, parameters?: unknown[]) => {
      const { rows } = await db.database.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, parameters);
      plans.push(...rows.map((row) => row['QUERY PLAN']));
      return { rows: [] };
    },
  } as unknown as Queryable; // what the questions ask of a database, and nothing else
  for (const question of [partitionsToWake, accountsToWake, receiptsWait, pagesWait, acceptancesWait])
    await question(explained);
  expect(partitions).not.toEqual([]);
  expect(plans.join('\n')).toMatch(/news_pkey[^]*outbox_pkey[^]*receipt_due[^]*outbox_pages[^]*receipt_accepted/);
  expect(plans.filter((line) => /(Seq|Bitmap Heap) Scan on (inbox|outbox|receipt)/.test(line))).toEqual([]);
  await db.database.query('truncate inbox, news, receipt, outbox');
  await set(runId, `status = 'stopped'`);
});

test('an account is seen for what may leave now: not for what is held, of a paused run, or when it is paused itself', async () => {
  const { runId, partitions } = await enrolAll(db.database, { unitId, slug: 'aviso', mode: 'live' });
  await advanceAll(db.database, partitions);
  const accountId = (await db.database.query(`select id from account where channel = 'sms'`)).rows[0].id as number;
  expect(await accountsToWake(db.database)).toMatchObject([{ accountId, standing: false }]);
  await db.database.query(`update account set status = 'paused' where id = $1`, [accountId]);
  expect(await accountsToWake(db.database)).toEqual([]);
  await db.database.query(`update account set status = 'active' where id = $1`, [accountId]);
  await set(runId, 'paused_at = now()');
  expect(await accountsToWake(db.database)).toEqual([]);
  await set(runId, 'paused_at = null');
  expect(await accountsToWake(db.database, [accountId])).toEqual([]);
  await db.database.query(`update outbox set not_before = now() + interval '1 hour' where run_id = $1`, [runId]);
  expect(await accountsToWake(db.database)).toEqual([]);
  await set(runId, `status = 'stopped'`);
});

test('receipts wait while many of an emergency’s messages are still to leave at our own pace, two and a half minutes at most', async () => {
  const { runId } = await enrolAll(db.database, { unitId, slug: 'aviso', mode: 'live' });
  await set(runId, `lane = 0, status = 'open'`);
  await db.database.query(
    `insert into receipt (account_id, message_ids, status, due_at) values (1, array[uuidv7()], 'delivered', now() - interval '1 minute')`,
  );
  const queued = (n: number) =>
    db.database.query(
      `insert into counter (run_id, name, shard, n) select $1, 'message:sms:queued', shard, $2 from generate_series(0, 1) shard
       on conflict (run_id, name, shard) do update set n = excluded.n`,
      [runId, n / 2],
    );
  await queued(2_000);
  expect(await receiptsWait(db.database)).toBe(true);
  await queued(2_002);
  expect(await receiptsWait(db.database)).toBe(false);
  for (const [change, back] of [
    [`status = 'paused'`, `status = 'active'`],
    ['rate = 30', 'rate = null'],
  ]) {
    await db.database.query(`update account set ${change} where channel = 'sms'`);
    expect(await receiptsWait(db.database), change).toBe(true);
    await db.database.query(`update account set ${back} where channel = 'sms'`);
  }
  for (const [change, back] of [
    ['paused_at = now()', 'paused_at = null'],
    ['lane = 2', 'lane = 0'],
  ] as const) {
    await set(runId, change);
    expect(await receiptsWait(db.database), change).toBe(true);
    await set(runId, back);
  }
  expect(await receiptsWait(db.database)).toBe(false);
  await db.database.query(`update receipt set due_at = now() - interval '151 seconds'`);
  expect(await receiptsWait(db.database)).toBe(true);
  await db.database.query('truncate receipt, counter');
  await set(runId, `status = 'stopped'`);
});

test('events and calls are seen; an endpoint whose breaker is open is not', async () => {
  expect(await eventsWait(db.database)).toBe(false);
  await db.database.query(
    `insert into event (unit_id, source, event_id, type, time) values ($1, 's', '1', 'x', now())`,
    [unitId],
  );
  expect(await eventsWait(db.database)).toBe(true);
  const { runId } = await enrolAll(db.database, { unitId, slug: 'aviso', mode: 'live' });
  await db.database.query(
    `with e as (insert into endpoint (unit_id, slug, url, mode) values ($1, 'e', 'https://ejemplo.invalid', 'live') returning id)
     insert into call (id, run_id, partition_id, member_id, citizen_id, node, visit, endpoint_id, created_at)
     select uuidv7(), $2, m.partition_id, m.id, m.citizen_id, 'n9', 1, e.id, now() from e, member m where m.run_id = $2 limit 1`,
    [unitId, runId],
  );
  expect(await endpointsToWake(db.database)).toHaveLength(1);
  await db.database.query(`update endpoint set open_until = now() + interval '1 minute'`);
  expect(await endpointsToWake(db.database)).toEqual([]);
});

async function set(runId: string, change: string): Promise<void> {
  await db.database.query(`update run set ${change} where id = $1`, [runId]);
}
