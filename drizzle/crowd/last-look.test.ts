import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { absorbEvents } from './absorb-events.ts';
import { type Claimed, claim } from './claim.ts';
import { advanceAll, enrolAll, revise, settle } from './crowd.fixture.ts';
import { lookAgain, mayBecomeUnwanted } from './look-again.ts';
import { receiveEvents } from './receive-events.ts';
import { record } from './record.ts';

const reminder = {
  cauce: 1,
  slug: 'recordatorio',
  title: 'Recordatorio',
  class: 'service',
  quietHours: { from: '21:00', to: '09:00' },
  nodes: [
    { id: 'n1', kind: 'launch' },
    {
      id: 'n2',
      kind: 'notify',
      config: {
        rungs: [
          { id: 'sms', channel: 'sms', leave: { hours: 1 }, answer: { hours: 1 } },
          { id: 'email', channel: 'email' },
        ],
        expires: { days: 3 },
      },
    },
    { id: 'n3', kind: 'end', config: { outcome: 'reminded' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n3' },
  ],
  goals: [{ id: 'filed', title: 'Presentada', event: 'presentada', outcome: 'filed' }],
};
const noon = Date.UTC(2026, 6, 2, 10);
const night = Date.UTC(2026, 6, 2, 22);

let db: TestDatabase;
let unitId: string;
let sms: number;
let events = 0;

beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, 3));
  await revise(db.database, unitId, reminder);
  sms = (await db.database.query(`select id from account where channel = 'sms'`)).rows[0].id;
});
beforeEach(() => db.database.query(`update run set status = 'stopped'`));
afterAll(() => db.close());

const remind = (startsAt = noon) =>
  enrolAll(db.database, {
    unitId,
    slug: 'recordatorio',
    mode: 'drill',
    audience: { all: [] },
    clock: { startsAt, scale: 1 },
  });
const claimSms = () =>
  claim(db.database, sms, { limit: 50, channel: 'sms', accountMode: 'sandbox', factsOf: () => [] });
const files = (ref: string, type = 'presentada') =>
  receiveEvents(db.database, {
    unitId,
    mode: 'drill',
    events: [{ source: 's', id: `${events++}`, type, subject: ref, data: {} }],
  });
const moveClock = (runId: string, to: number) =>
  db.database.query('update run set clock_at = cauce_at($2) where id = $1', [runId, to]);
const statuses = async (runId: string) =>
  (
    await db.database.query(
      `select c.ref || ' ' || m.rung || ' ' || m.status as told from message m join citizen c on c.id = m.citizen_id where m.run_id = $1 order by 1`,
      [runId],
    )
  ).rows.map(({ told }) => told);
const giveBack = (claimed: Claimed) =>
  record(
    db.database,
    claimed,
    'sms',
    claimed.messages.map(({ id }) => ({ id, result: 'again', afterMs: 0, reason: '503' })),
    0,
  );

test('who has filed is not reminded from the moment their filing is taken, though nobody has looked at it yet', async () => {
  const { runId, partitions } = await remind();
  await advanceAll(db.database, partitions);
  await files('c1');
  await absorbEvents(db.database);
  await files('c2');
  const claimed = await claimSms();
  const { rows } = await db.database.query('select ref from citizen where id = any($1)', [
    claimed?.messages.map(({ citizenId }) => citizenId),
  ]);
  expect(rows).toEqual([{ ref: 'c3' }]);
  await absorbEvents(db.database);
  await advanceAll(db.database, partitions);
  expect(await statuses(runId)).toEqual(['c1 sms withdrawn', 'c2 sms withdrawn', 'c3 sms queued']);
});

test('a withdrawal finds its message though a hold moves it to a later time meanwhile', async () => {
  const { runId, partitions } = await remind();
  await advanceAll(db.database, partitions);
  await files('c1');
  await absorbEvents(db.database);
  // A claim that holds the row until later, as it does at night, and has not committed yet.
  const holding = await db.database.connect();
  await holding.query('begin');
  await holding.query(
    `with held as (
       update outbox o set not_before = o.not_before + interval '1 hour' from message m join citizen c on c.id = m.citizen_id
       where c.ref = 'c1' and m.run_id = $1 and o.message_id = m.id returning o.message_id, o.not_before)
     update message m set not_before = held.not_before from held where m.id = held.message_id`,
    [runId],
  );
  const moved = advanceAll(db.database, partitions);
  await sleep(300);
  await holding.query('commit');
  holding.release();
  await moved;
  expect(await statuses(runId)).toEqual(['c1 sms withdrawn', 'c2 sms queued', 'c3 sms queued']);
  expect((await db.database.query('select from outbox where run_id = $1', [runId])).rowCount).toBe(2);
});

test('nor is whoever files between the claim and their turn at the provider, however far that has been taken in', async () => {
  const { partitions } = await remind();
  await advanceAll(db.database, partitions);
  const claimed = (await claimSms())!;
  const { rows } = await db.database.query('select ref, id from citizen where id = any($1)', [
    claimed.messages.map(({ citizenId }) => citizenId),
  ]);
  const messageOf = (ref: string) =>
    claimed.messages.find(({ citizenId }) => citizenId === rows.find((row) => row.ref === ref)?.id)!.id;
  const ids = claimed.messages.map(({ id }) => id);
  expect(mayBecomeUnwanted(claimed)).toBe(true);
  const { plan } = claimed;
  expect(mayBecomeUnwanted({ ...claimed, plan: { ...plan, journey: { ...plan.journey, goals: [] } } })).toBe(false);
  const look = () => lookAgain(db.database, claimed, 'sms', ids);
  expect(await look()).toEqual(new Set());
  await files('c1', 'something-else');
  expect(await look()).toEqual(new Set());
  await files('c1');
  const c1 = new Set([messageOf('c1')]);
  expect(await look()).toEqual(c1);
  await absorbEvents(db.database);
  expect(await look()).toEqual(c1);
  await advanceAll(db.database, partitions);
  expect(await look()).toEqual(c1);
});

test('what a provider gives back is not sent again to whoever moved on meanwhile', async () => {
  const { runId, partitions } = await remind();
  await advanceAll(db.database, partitions);
  const claimed = await claimSms();
  await files('c1');
  await absorbEvents(db.database);
  await advanceAll(db.database, partitions);
  await giveBack(claimed!);
  await moveClock(runId, noon + 5 * 60_000);
  expect((await claimSms())?.messages).toHaveLength(2);
  expect(await statuses(runId)).toEqual(['c1 sms withdrawn', 'c2 sms queued', 'c3 sms queued']);
});

test('nor by a rung that was left for the next one', async () => {
  const { runId, partitions } = await remind();
  await advanceAll(db.database, partitions);
  const claimed = await claimSms();
  await moveClock(runId, noon + 61 * 60_000);
  await advanceAll(db.database, partitions);
  await giveBack(claimed!);
  await moveClock(runId, noon + 80 * 60_000);
  expect(await claimSms()).toBeUndefined();
  expect((await statuses(runId)).filter((told) => told.includes('sms'))).toEqual([
    'c1 sms withdrawn',
    'c2 sms withdrawn',
    'c3 sms withdrawn',
  ]);
});

test('the held are counted once, however often they are looked at', async () => {
  const { runId, partitions } = await remind(night);
  await advanceAll(db.database, partitions);
  for (const _ of [1, 2, 3]) {
    expect(await claimSms()).toBeUndefined();
    await db.database.query(
      `with back as (update outbox set not_before = cauce_at($2) where run_id = $1 returning message_id)
       update message set not_before = cauce_at($2) from back where id = back.message_id`,
      [runId, night],
    );
  }
  const { rows } = await db.database.query(
    `select name, sum(n)::int as n from counter where run_id = $1 and name like 'held:%' group by 1`,
    [runId],
  );
  expect(rows).toEqual([{ name: 'held:quiet-hours', n: 3 }]);
});
