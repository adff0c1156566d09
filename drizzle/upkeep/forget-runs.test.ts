import { afterAll, beforeAll, expect, test } from 'vitest';
import { claim } from '../crowd/claim.ts';
import { advanceAll, enrolAll, revise, settle } from '../crowd/crowd.fixture.ts';
import { record } from '../crowd/record.ts';
import { stopRun, stopRunPage } from '../crowd/stop-run.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { retain } from './retain.ts';

const journey = (slug: string, more: object = {}) => ({
  cauce: 1,
  slug,
  title: slug,
  ...more,
  nodes: [
    { id: 'n1', kind: 'launch' },
    { id: 'n2', kind: 'notify', config: { rungs: [{ id: 'sms', channel: 'sms' }] } },
    {
      id: 'n3',
      kind: 'task',
      config: { title: 'Llamar', skill: 'desk', hours: 1, outcomes: [{ id: 'done', title: 'Hecho' }] },
    },
    { id: 'n4', kind: 'end', config: { outcome: 'told' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n4' },
    { from: 'n2', port: 'nobody', to: 'n3' },
    { from: 'n3', port: 'done', to: 'n4' },
    { from: 'n3', port: 'overdue', to: 'n4' },
  ],
});

let db: TestDatabase;
let unitId: string;
let sms: number;
beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, 30));
  await revise(db.database, unitId, journey('corto', { retentionMonths: 6 }));
  await revise(db.database, unitId, journey('largo'));
  sms = (await db.database.query(`select id from account where channel = 'sms'`)).rows[0].id;
});
afterAll(() => db.close());

/** Lives a run through to its end, `monthsAgo`. */
async function lived(slug: string, mode: 'live' | 'drill', monthsAgo: number): Promise<string> {
  const { runId, partitions } = await enrolAll(db.database, { unitId, slug, mode, audience: { all: [] } });
  await advanceAll(db.database, partitions);
  const claimed = await claim(db.database, sms, {
    limit: 50,
    channel: 'sms',
    accountMode: 'sandbox',
    factsOf: () => [],
  });
  await record(
    db.database,
    claimed!,
    'sms',
    claimed!.messages.map(({ id }) => ({ id, result: 'accepted' })),
    0,
  );
  await stopRun(db.database, runId);
  for (let done = false; !done; ) ({ done } = await stopRunPage(db.database, runId));
  await db.database.query(`update run set finished_at = now() - $2 * interval '1 month' where id = $1`, [
    runId,
    monthsAgo,
  ]);
  return runId;
}
const left = async (runId: string) => {
  const { rows } = await db.database.query(
    `select (select count(*)::int from member where run_id = $1) as members, (select count(*)::int from log where run_id = $1) as steps,
       (select count(*)::int from message where run_id = $1) as messages,
       (select count(*)::int from citizen where unit_id = $1) as copies`,
    [runId],
  );
  return rows[0];
};

test('what people lived is forgotten when their journey says so, run by run; the counters stay', async () => {
  const old = await lived('corto', 'live', 7);
  const recent = await lived('corto', 'live', 5);
  const long = await lived('largo', 'live', 23);
  const longer = await lived('largo', 'live', 25);
  const drill = await lived('largo', 'drill', 2);
  const kept = await left(recent);
  expect(kept).toMatchObject({ members: 30, messages: 30, copies: 0 });
  expect(await left(drill)).toMatchObject({ members: 30, copies: 30 });
  expect(await retain(db.database)).toBe(90);
  const nothing = { members: 0, steps: 0, messages: 0, copies: 0 };
  expect([await left(old), await left(longer), await left(drill)]).toEqual([nothing, nothing, nothing]);
  expect([await left(recent), await left(long)]).toEqual([kept, kept]);
  expect(await retain(db.database)).toBe(0);
  const { rows } = await db.database.query(
    `select sum(n)::int as n from counter where run_id = $1 and name = 'outcome:stopped'`,
    [old],
  );
  expect(rows).toEqual([{ n: 30 }]);
  expect((await db.database.query('select from citizen where unit_id = $1', [unitId])).rowCount).toBe(30);
});

test('of a standing run, whoever left long ago is forgotten with everybody of their partition, and nobody before', async () => {
  const { runId, partitions } = await enrolAll(db.database, {
    unitId,
    slug: 'corto',
    mode: 'live',
    audience: { all: [] },
  });
  await advanceAll(db.database, partitions);
  await db.database.query(`update run set kind = 'standing', status = 'open' where id = $1`, [runId]);
  await db.database.query('update partition set open = false where run_id = $1', [runId]);
  await db.database.query(`update log set at = now() - interval '5 months' where run_id = $1`, [runId]);
  expect(await retain(db.database)).toBe(0);
  await db.database.query(`update log set at = now() - interval '7 months' where run_id = $1`, [runId]);
  expect(await retain(db.database)).toBe(30);
  expect(await left(runId)).toMatchObject({ members: 0, messages: 0 });
});
