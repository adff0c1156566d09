import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceAll, revise, settle } from '../crowd/crowd.fixture.ts';
import { launchRun } from '../queries/launch-run.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { enterBySchedule } from './enter-by-schedule.ts';
import { onceADay } from './once-a-day.ts';
import { retain } from './retain.ts';
import { sweepRun } from './sweep-run.ts';

const daily = {
  cauce: 1,
  slug: 'diaria',
  title: 'Diaria',
  nodes: [
    {
      id: 'n1',
      kind: 'schedule',
      config: { recurrence: { every: 'day', time: '08:00', zone: 'Europe/Madrid' }, audience: { all: [] } },
    },
    { id: 'n2', kind: 'wait', config: { until: { for: 'duration', duration: { days: 30 } } } },
    { id: 'n3', kind: 'end', config: { outcome: 'done' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'done', to: 'n3' },
  ],
};

let db: TestDatabase;
let runId: string;
beforeAll(async () => {
  db = await testDatabase();
  const { unitId } = await settle(db.database, 5);
  await revise(db.database, unitId, daily);
  const launched = await launchRun(db.database, {
    unitId,
    slug: 'diaria',
    mode: 'drill',
    clock: { startsAt: Date.parse('2026-07-02T10:00:00+02:00'), scale: 1 },
  });
  runId = launched.ok ? launched.runId : '';
});
afterAll(() => db.close());

test('an audience enters at each time of the calendar, once, and what lay before the start does not count', async () => {
  const tomorrow = Date.parse('2026-07-03T08:00:00+02:00');
  expect(await enterBySchedule(db.database, runId)).toEqual({ entered: 0, nextAt: tomorrow });
  await clock('2026-07-03T07:59:59+02:00');
  expect(await enterBySchedule(db.database, runId)).toEqual({ entered: 0, nextAt: tomorrow });
  await clock('2026-07-03T08:00:00+02:00');
  expect(await enterBySchedule(db.database, runId)).toMatchObject({ entered: 5 });
  expect(await enterBySchedule(db.database, runId)).toMatchObject({ entered: 0 });
  await clock('2026-07-04T09:00:00+02:00');
  expect(await enterBySchedule(db.database, runId)).toMatchObject({ entered: 5 });
});

test('times missed are made up for by the newest alone', async () => {
  await clock('2026-07-09T09:00:00+02:00');
  expect(await enterBySchedule(db.database, runId)).toMatchObject({ entered: 5 });
});

test('a run on the real clock is not entered on behalf of a drill', async () => {
  await clock('2026-07-12T09:00:00+02:00');
  expect(await enterBySchedule(db.database)).toEqual({ entered: 0, nextAt: null });
});

test('a sweep asks everyone active again, once however often it is repeated, and moves nobody by itself', async () => {
  const { rows } = await db.database.query<{ id: number }>('select id from partition where run_id = $1', [runId]);
  const partitions = rows.map(({ id }) => id);
  await advanceAll(db.database, partitions);
  expect(await sweepRun(db.database, runId)).toBe(15);
  expect(await sweepRun(db.database, runId)).toBe(0);
  expect(await advanceAll(db.database, partitions)).toBe(0);
  expect((await db.database.query('select from inbox')).rowCount).toBe(0);
});

test('what is done once a day is done once a day', async () => {
  expect(await onceADay(db.database, 'x')).toBe(true);
  expect(await onceADay(db.database, 'x')).toBe(false);
  await db.database.query(`update setting set value = '"2020-01-01"' where key = 'daily/x'`);
  expect(await onceADay(db.database, 'x')).toBe(true);
});

test('traces past their retention go, younger ones stay', async () => {
  await db.database.query(
    `insert into event (id, unit_id, source, event_id, type, time, absorbed_at)
     select uuidv7(-age::interval), id, 's', age, 'x', now(), now() from unit, unnest(array['100 days', '10 days']) age`,
  );
  expect(await retain(db.database)).toBe(1);
  expect((await db.database.query('select event_id from event')).rows).toEqual([{ event_id: '10 days' }]);
});

async function clock(at: string): Promise<void> {
  await db.database.query('update run set clock_at = $2 where id = $1', [runId, at]);
}
