import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base } from '#designer/store/draft.fixture.ts';
import { journeyOf } from '#designer/store/draft.ts';
import { settle } from '../crowd/crowd.fixture.ts';
import { enrolPage } from '../crowd/enrol.ts';
import { journeyList } from '../queries/journey-list.ts';
import { runProgress } from '../queries/run-progress.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { createJourney } from './create-journey.ts';
import { drillDraft } from './drill-draft.ts';
import { runningDrill } from './running-drill.ts';

let db: TestDatabase;
let unitId: string;
const officialId = randomUUID();

beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, 3));
  await db.database.query(`insert into official (id, name, email) values ($1, 'Ana', 'ana@x.invalid')`, [officialId]);
});
afterAll(() => db?.close());

const create = (journey = journeyOf(base)) =>
  createJourney(db.database, {
    unitId,
    journey,
    officialId,
    by: 'Ana',
    said: { code: 'begun', params: {} },
  });
const drill = (journeyId: string) =>
  drillDraft(db.database, {
    journeyId,
    withinMs: 60_000,
    startsAt: Date.UTC(2026, 2, 2, 9),
    who: { kind: 'official', id: officialId },
  });
const revisions = async (journeyId: string) =>
  (await db.database.query<{ n: number }>('select n from revision where journey_id = $1 order by n', [journeyId])).rows;

test('a draft runs as a drill and nothing is published by it', async () => {
  const { id, slug } = await create();
  expect(await drill(id)).toMatchObject({ ok: true });
  expect(await revisions(id)).toEqual([{ n: -1 }]);
  expect((await journeyList(db.database, [unitId])).find((one) => one.slug === slug)).toMatchObject({
    revision: null,
    running: 1,
  });
});

test('the drill that runs is found by its draft, and counts its people', async () => {
  const { id } = await create();
  expect(await runningDrill(db.database, id)).toBeUndefined();
  const launched = await drill(id);
  if (!launched.ok) throw new Error(JSON.stringify(launched.problems));
  expect(await runningDrill(db.database, id)).toBe(launched.runId);
  while (!(await enrolPage(db.database, launched.runId)).done);
  const progress = await runProgress(db.database, launched.runId);
  expect(progress).toMatchObject({ mode: 'drill' });
  expect(Object.values(progress?.nodes ?? {}).reduce((sum, n) => sum + n, 0)).toBe(3);
});

test('the same draft drilled again lives on the same hidden revision; a changed one gets its own', async () => {
  const { id } = await create();
  await drill(id);
  await drill(id);
  expect(await revisions(id)).toEqual([{ n: -1 }]);
  await db.database.query(`update journey set draft = draft || '{"title": "Otro"}' where id = $1`, [id]);
  await drill(id);
  expect(await revisions(id)).toEqual([{ n: -2 }, { n: -1 }]);
});

test('what stands in the way of publishing a draft stands in the way of its drill', async () => {
  const { id } = await create({ ...journeyOf(base), edges: [] });
  expect(await drill(id)).toMatchObject({ ok: false });
  expect(await revisions(id)).toEqual([]);
  expect(await runningDrill(db.database, id)).toBeUndefined();
});
