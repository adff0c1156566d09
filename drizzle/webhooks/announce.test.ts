import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WebhookEventType, webhookEvents, webhookEventTypes } from '#engine/office/webhook-events.ts';
import { pauseRun, resumeRun } from '../crowd/brake-run.ts';
import { completeTask } from '../crowd/complete-task.ts';
import { advanceAll, enrolAll, revise, settle } from '../crowd/crowd.fixture.ts';
import { stopRun } from '../crowd/stop-run.ts';
import type { Database } from '../database.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { announceOutcomes } from './announce-outcomes.ts';
import { createWebhook } from './webhook-acts.ts';

let place: TestDatabase;
let database: Database;
let unitId: string;
beforeAll(async () => {
  place = await testDatabase();
  database = place.database;
  ({ unitId } = await settle(database, 1_200));
  await revise(database, unitId, journey);
});
afterAll(() => place.close());

const journey = {
  cauce: 1,
  slug: 'ayuda',
  title: 'Ayuda',
  nodes: [
    { id: 'go', kind: 'launch', config: { audience: { all: [] } } },
    {
      id: 'help',
      kind: 'task',
      config: { title: 'Llamar', skill: 'calls', hours: 8, outcomes: [{ id: 'done', title: 'Hecho' }] },
    },
    { id: 'out', kind: 'end', config: { outcome: 'helped' } },
  ],
  edges: [
    { from: 'go', port: 'start', to: 'help' },
    { from: 'help', port: 'done', to: 'out' },
    { from: 'help', port: 'overdue', to: 'out' },
  ],
  texts: { es: {} },
};

const listen = (hears: 'live' | 'drill') =>
  createWebhook(
    database,
    { kind: 'system', id: 'test' },
    {
      unitId,
      name: hears,
      url: 'https://ejemplo.invalid',
      events: webhookEventTypes,
      hears,
      citizenRefs: true,
      reach: 'live',
    },
  );

test('nothing is written down while nobody listens', async () => {
  await enrolAll(database, { unitId, slug: 'ayuda', mode: 'drill', clock: { startsAt: Date.now(), scale: 1 } });
  const { rows } = await database.query('select from webhook_event');
  expect(rows).toHaveLength(0);
});

test('what happens is told once to whoever listens, in the shape that is promised, and drills apart from what is real', async () => {
  const { id: drills } = await listen('drill');
  const { id: real } = await listen('live');
  const clock = { startsAt: Date.now(), scale: 1 };
  await database.query(`update citizen set protected = true where ref = 'c7'`);
  const { runId, partitions } = await enrolAll(database, { unitId, slug: 'ayuda', mode: 'drill', clock });
  await advanceAll(database, partitions);
  await pauseRun(database, runId);
  await resumeRun(database, runId);
  const { rows: tasks } = await database.query<{ id: string }>(
    'select id from task where run_id = $1 order by id limit 3',
    [runId],
  );
  for (const { id } of tasks) await completeTask(database, id, 'done');
  await advanceAll(database, partitions);
  expect(await announceOutcomes(database)).toBe(1);
  expect(await announceOutcomes(database)).toBe(0);
  await stopRun(database, runId);
  await database.query(
    `insert into warning (unit_id, mode, sender, identifier, sent, warning_key, document, verdict) values ($1, 'live', 's', 'i', now(), 'k', '{}', 'new')`,
    [unitId],
  );
  await database.query(`update account set mode = 'live', status = 'down' where slug = 'sms'`);
  const { rows: asked } = await database.query<{ id: string }>(
    `insert into request (unit_id, what, slug, wish, author, writers) values ($1, 'launch', 'ayuda', '{}', '{}', '{}') returning id`,
    [unitId],
  );
  await database.query(`update request set status = 'withdrawn' where id = $1`, [asked[0]?.id]);

  const told = await eventsOf(drills);
  const statuses = told.flatMap(({ type, data }) => (type === 'run.status' ? [data['status']] : []));
  expect(statuses).toEqual(['approved', 'open', 'paused', 'open', 'stopping']);
  expect(tally(told)).toEqual({ 'run.status': 5, 'task.opened': 3, 'task.done': 3, 'outcome.reached': 1 });
  expect(tally(await eventsOf(real))).toEqual({ 'warning.received': 1, 'account.status': 1, 'request.state': 2 });
  for (const { type, data } of [...told, ...(await eventsOf(real))]) webhookEvents[type].data.parse(data);
  const opened = told
    .filter(({ type }) => type === 'task.opened')
    .map(({ data }) => data as { count: number; tasks: { citizenRef: string | null }[] });
  expect(opened.map(({ count }) => count).toSorted()).toEqual([200, 500, 500]);
  const refs = opened.flatMap(({ tasks: listed }) => listed.map(({ citizenRef }) => citizenRef));
  expect(refs).toContain('c8');
  expect([refs.length, refs.includes('c7')]).toEqual([1_200, false]);
  expect(told.find(({ type }) => type === 'outcome.reached')?.data).toMatchObject({
    outcomes: { helped: 3 },
    since: { helped: 3 },
  });
});

async function eventsOf(webhookId: string) {
  const { rows } = await database.query<{ type: WebhookEventType; data: Record<string, unknown> }>(
    'select e.type, e.data from webhook_delivery d join webhook_event e on e.id = d.event_id where d.webhook_id = $1 order by e.id',
    [webhookId],
  );
  return rows;
}

function tally(events: { type: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
