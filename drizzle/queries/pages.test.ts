import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { accountList } from './account-list.ts';
import { attentionList } from './attention-list.ts';
import { draftList } from './draft-list.ts';
import { house } from './house.ts';
import { journeyCover } from './journey-cover.ts';
import { journeyList } from './journey-list.ts';
import { journeyResults } from './journey-results.ts';
import { memberTimeline, numberOf } from './member-timeline.ts';
import { runDocument } from './run-document.ts';
import { runList } from './run-list.ts';
import { runProgress } from './run-progress.ts';
import { taskGroups } from './task-groups.ts';
import { taskList } from './task-list.ts';

const nobody = '00000000-0000-7000-8000-000000000000';
const nobodySigns = { units: [], officialId: null };
let pg: TestDatabase;
let unitId: string;
let runId: string;
let members: { known: string; protected: string };

beforeAll(async () => {
  pg = await testDatabase();
  const one = async (sql: string, values: unknown[] = []) =>
    (await pg.database.query(sql, values)).rows[0].id as string;
  const unit = (unitId = await one(`insert into unit (name) values ('Protección Civil') returning id`));
  const document = { nodes: [{ id: 'n5', kind: 'task', config: { outcomes: [{ id: 'safe', title: 'A salvo' }] } }] };
  const journey = await one(
    `insert into journey (unit_id, slug, title, draft) values ($1, 'incendio', 'Incendio', '{}') returning id`,
    [unit],
  );
  const revision = await one(
    `insert into revision (journey_id, n, document, compiled, hash, compiler) values ($1, 3, $2, '{}', 'h', 1) returning id`,
    [journey, document],
  );
  runId = await one(
    `insert into run (unit_id, journey_id, revision_id, kind, mode, lane, status, enrolled, launched_at, first_handed_at, clock_at)
     values ($1, $2, $3, 'launched', 'drill', 0, 'open', 2, now() - interval '20 s', now() - interval '10 s', '2026-07-02T16:30Z')
     returning id`,
    [unit, journey, revision],
  );
  const partitions = (
    await pg.database.query(`insert into partition (run_id, k, lane) values ($1, 0, 0), ($1, 1, 0) returning id`, [
      runId,
    ])
  ).rows.map(({ id }) => id as number);
  await pg.database.query(
    `insert into counter (run_id, name, shard, n) values
       ($1, 'state:n2.sms', 0, 4), ($1, 'state:n2.sms', 1, 5), ($1, 'message:sms:accepted', 0, 100),
       ($1, 'message:sms:delivered', 1, 50), ($1, 'message:sms:queued', 0, 7), ($1, 'outcome:safe', 0, 1),
       ($1, 'held:quiet-hours', 1, 2), ($1, 'task:open', 0, 1), ($1, 'state:n9', 1, 0)`,
    [runId],
  );
  await pg.database.query(
    `insert into municipality values ('46118', 'Enguera', 'Valencia', 'Comunitat Valenciana', 38.9, -0.6)`,
  );
  const member = async (flag: boolean) => {
    const citizen = await one(
      `insert into citizen (unit_id, given_name, family_name, birth_date, municipality, protected, mobile)
       values ($1, 'Marta', 'Gil', '1950-02-03', '46118', $2, '+34600000001') returning id`,
      [unit, flag],
    );
    return one(
      `insert into member (run_id, partition_id, journey_id, citizen_id, visits, entered_at)
       values ($1, $2, $3, $4, '{"n2": 2}', '2026-07-02T16:30Z') returning id`,
      [runId, partitions[0], journey, citizen],
    );
  };
  members = { known: await member(false), protected: await member(true) };
  const decision = await one(
    `insert into decision (machine, xstate, state, event, holds, next, effects)
     values ('h', '5', 'enter', 'enter', 'stop.filed=0 n2.reach-sms=1', 'n2.sms', '[{"do": "send", "node": "n2", "rung": "sms"}]')
     returning id`,
  );
  for (const id of [members.known, members.protected]) {
    await pg.database.query(
      `insert into log (member_id, seq, run_id, at, decision_id) values ($1, 1, $2, '2026-07-02T16:30Z', $3)`,
      [id, runId, decision],
    );
    await pg.database.query(
      `insert into message (id, run_id, partition_id, member_id, citizen_id, node, visit, rung, channel, account_id, lane, class, queued_at, not_before)
       select cauce_caused_id(id, 'n2', 2, 'sms'), run_id, partition_id, id, citizen_id, 'n2', 2, 'sms', 'sms', 1, 0, 'emergency', entered_at, entered_at
       from member where id = $1`,
      [id],
    );
    await pg.database.query(
      `insert into task (id, run_id, partition_id, member_id, citizen_id, node, visit, skill, title, created_at)
       select cauce_caused_id(id, 'n5', 1, 'task'), run_id, partition_id, id, citizen_id, 'n5', 1, 'rescate', 'Ayuda', entered_at
       from member where id = $1`,
      [id],
    );
  }
  await pg.database.query(
    `insert into attention (member_id, run_id, partition_id, reason) values ($1, $2, $3, 'unexpected')`,
    [members.known, runId, partitions[0]],
  );
  await pg.database.query(
    `insert into account (unit_id, slug, name, channel, adapter, mode, valid_to) values ($1, 'sms-a', 'A', 'sms', 'http-batch', 'sandbox', '2020-01-01')`,
    [unit],
  );
});
afterAll(() => pg.close());

test('adds the counters of all partitions and leaves out what is zero', async () => {
  const progress = await runProgress(pg.database, runId);
  expect(progress).toMatchObject({
    mode: 'drill',
    lane: 'emergency',
    journey: { slug: 'incendio', title: 'Incendio' },
    revision: 3,
    runClock: '2026-07-02T16:30:00.000Z',
    pausedAt: null,
    nodes: { 'n2.sms': 9 },
    outcomes: { safe: 1 },
    held: [{ reason: 'quiet-hours', n: 2 }],
    attention: [{ reason: 'unexpected', n: 1 }],
    tasks: { open: 1 },
  });
  expect(progress?.nodes).not.toHaveProperty('n9');
  expect(progress?.messages).toContainEqual({ channel: 'sms', status: 'queued', n: 7 });
});

test('speed counts what providers took, since the reading before', async () => {
  const progress = await runProgress(pg.database, runId);
  if (!progress) throw new Error('no run');
  expect(progress.speed.handed).toBe(150);
  expect(progress.speed.handedPerSecond).toBeGreaterThan(10);
  expect(progress.speed.handedPerSecond).toBeLessThanOrEqual(15);
  const twoSecondsAgo = {
    ...progress,
    at: new Date(Date.parse(progress.at) - 2_000).toISOString(),
    speed: { handed: 50, handedPerSecond: 0 },
  };
  const next = await runProgress(pg.database, runId, twoSecondsAgo);
  expect(next?.speed.handedPerSecond).toBeGreaterThan(40);
  expect(next?.speed.handedPerSecond).toBeLessThanOrEqual(50);
});

test('tells a path with the rules that were read, and finds messages of a later visit by their cause', async () => {
  const timeline = await memberTimeline(pg.database, members.known);
  expect(timeline?.person).toEqual({
    number: numberOf(members.known),
    initials: 'M. G.',
    municipality: 'Enguera',
    age: 76,
    language: 'es',
    zone: 'Europe/Madrid',
  });
  expect(timeline?.steps[0]?.decision).toMatchObject({
    next: 'n2.sms',
    read: { 'stop.filed': false, 'n2.reach-sms': true },
  });
  expect(timeline?.messages).toMatchObject([{ node: 'n2', visit: 2, rung: 'sms', status: 'queued' }]);
  expect(timeline?.attention?.reason).toBe('unexpected');
});

test('nothing read for pages tells the name, age or place of a protected person', async () => {
  const timeline = await memberTimeline(pg.database, members.protected);
  expect(timeline?.person).toMatchObject({ initials: null, municipality: null, age: null });
  const tasks = await taskList(pg.database, [unitId]);
  expect(tasks.find(({ memberId }) => memberId === members.protected)?.municipality).toBeNull();
  expect(tasks.find(({ memberId }) => memberId === members.known)?.municipality).toBe('Enguera');
  expect(JSON.stringify([timeline, tasks])).not.toMatch(/Marta|\+34600000001/);
});

test('a task offers the outcomes that its journey gives it', async () => {
  expect((await taskList(pg.database, [unitId]))[0]?.outcomes).toEqual([{ id: 'safe', title: 'A salvo' }]);
});

test('lists say what is in progress, what waits, and which contract has run out', async () => {
  expect(await runList(pg.database, [unitId], { open: true })).toMatchObject([
    { id: runId, lane: 'emergency', ended: 1, handed: 150, tasks: 1, attention: 1 },
  ]);
  expect(await attentionList(pg.database, [unitId])).toMatchObject([
    { runId, reason: 'unexpected', n: 1, members: [members.known] },
  ]);
  expect(await attentionList(pg.database, [unitId], nobody)).toEqual([]);
  expect(await accountList(pg.database, [unitId])).toMatchObject([{ slug: 'sms-a', expired: true }]);
  expect(await journeyList(pg.database, [unitId])).toMatchObject([{ slug: 'incendio', revision: 3, running: 1 }]);
  expect(await journeyCover(pg.database, 'incendio', [unitId])).toMatchObject({
    revision: { n: 3 },
    runs: [{ id: runId }],
  });
  expect(await runDocument(pg.database, runId)).toHaveProperty('nodes');
  const cover = await journeyCover(pg.database, 'incendio', [unitId]);
  expect(await journeyResults(pg.database, cover!.id)).toMatchObject({ outcomes: [], attention: 0 });
});

test("another unit's lists show nothing of it", async () => {
  const others = [nobody];
  expect(
    await Promise.all(
      [runList, attentionList, taskList, taskGroups, accountList, journeyList, draftList].map((list) =>
        list(pg.database, others),
      ),
    ),
  ).toEqual([[], [], [], [], [], [], []]);
  expect(await journeyCover(pg.database, 'incendio', others)).toBeUndefined();
  expect(await house(pg.database, others, nobodySigns)).toEqual({
    units: [],
    running: [],
    runningInAll: 0,
    waiting: 0,
  });
});

test('a drill is no emergency in progress; a live one is', async () => {
  expect(await house(pg.database, [unitId], nobodySigns)).toEqual({
    units: [{ id: unitId, name: 'Protección Civil' }],
    running: [],
    runningInAll: 0,
    waiting: 0,
  });
  await pg.database.query(`update run set mode = 'live' where id = $1`, [runId]);
  expect(await house(pg.database, [unitId], nobodySigns)).toMatchObject({
    running: [{ id: runId, unitId, title: 'Incendio', emergency: true }],
    runningInAll: 1,
  });
  await pg.database.query(`update run set mode = 'drill' where id = $1`, [runId]);
});

test('what does not exist is undefined, not an error', async () => {
  expect(await runProgress(pg.database, nobody)).toBeUndefined();
  expect(await memberTimeline(pg.database, nobody)).toBeUndefined();
  expect(await journeyCover(pg.database, 'nada', [unitId])).toBeUndefined();
  expect(await runDocument(pg.database, nobody)).toBeUndefined();
});
