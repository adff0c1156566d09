import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parse } from '#engine/journey.ts';
import { absorbEvents } from '../crowd/absorb-events.ts';
import { settle } from '../crowd/crowd.fixture.ts';
import { releaseHeld } from '../crowd/release-held.ts';
import { launchRun } from '../queries/launch-run.ts';
import { publish } from '../queries/publish.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { passGate } from './pass-gate.ts';
import { approvedService, openOffice, type TestOffice } from './request.fixture.ts';

let db: TestDatabase;
let office: TestOffice;
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const welcome = {
  cauce: 1,
  slug: 'alta',
  title: 'Alta',
  basis: { kind: 'public-task', norm: 'Ley 39/2015' },
  expiresAfter: { days: 1 },
  nodes: [
    { id: 'n1', kind: 'event', config: { event: 'es.alta', entry: 'per-event' } },
    { id: 'n2', kind: 'notify', config: { rungs: [{ id: 'sms', channel: 'sms' }] } },
    { id: 'n3', kind: 'end', config: { outcome: 'done' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n3' },
  ],
  texts: { es: { n2: { sms: { body: 'Hola' } } } },
};

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  const { unitId } = await settle(db.database, 10);
  office = await openOffice(db.database, unitId);
});

/** Something happens to the first `n` people of the unit. */
async function happens(n: number): Promise<void> {
  await db.database.query(
    `insert into event (unit_id, source, event_id, type, citizen_id, time)
     select $1, 's', uuidv7()::text, 'es.alta', id, now() from (select id from citizen where unit_id = $1 order by id limit $2) c`,
    [office.unitId, n],
  );
  await absorbEvents(db.database);
}
const entered = async (runId: string) => {
  const { rows } = await db.database.query<{ n: number; held: number }>(
    `select (select count(*)::int from member where run_id = $1) as n, (select count(*)::int from held_entry where run_id = $1) as held`,
    [runId],
  );
  return [rows[0]?.n, rows[0]?.held];
};

test('a service that nobody signed lets nobody in, were its row to say that it is open', async () => {
  const parsed = parse(welcome);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await publish(db.database, { unitId: office.unitId, journey: parsed.journey });
  const launched = await launchRun(db.database, { unitId: office.unitId, slug: 'alta', mode: 'live' });
  const runId = launched.ok ? launched.runId : '';
  await db.database.query(`update run set status = 'open' where id = $1`, [runId]);
  await happens(3);
  expect(await entered(runId)).toEqual([0, 0]);
  expect(await passGate(db.database, runId)).toBe('refused');
});

test('so many a day and so many in all enter; whoever finds it full waits at the door and enters when there is room', async () => {
  const { runId } = await approvedService(db.database, office, welcome, { perDay: 4, inTotal: 7, until: soon(30) });
  await happens(3);
  expect(await entered(runId)).toEqual([3, 0]);
  await happens(3);
  expect(await entered(runId)).toEqual([4, 2]);
  expect(await releaseHeld(db.database)).toBe(0);
  const { rows } = await db.database.query(
    `select sum(n)::int as n from counter where run_id = $1 and name = 'held:ceiling'`,
    [runId],
  );
  expect(rows).toEqual([{ n: 2 }]);
  await db.database.query(`update entered_day set day = day - 1 where run_id = $1`, [runId]);
  expect(await releaseHeld(db.database)).toBe(2);
  expect(await entered(runId)).toEqual([6, 0]);
  await db.database.query(`update entered_day set day = day - 1 where run_id = $1`, [runId]);
  await happens(5);
  expect(await entered(runId)).toEqual([7, 4]);
});

test('publishing it anew moves the door: each event enters one, and whoever waited waits at the new one', async () => {
  const first = await approvedService(db.database, office, welcome, { perDay: 2, inTotal: 7, until: soon(30) });
  await happens(3);
  expect(await entered(first.runId)).toEqual([2, 1]);
  const second = await approvedService(
    db.database,
    office,
    { ...welcome, title: 'Alta, con más' },
    {
      perDay: 50,
      inTotal: 70,
      until: soon(300),
    },
  );
  await happens(4);
  expect(await entered(first.runId)).toEqual([2, 0]);
  expect(await entered(second.runId)).toEqual([4, 1]);
  expect(await releaseHeld(db.database)).toBe(1);
});

test('when its time is over nobody enters any more', async () => {
  const { runId } = await approvedService(db.database, office, welcome);
  await db.database.query(`update run set closes_at = now() - interval '1 second' where id = $1`, [runId]);
  await happens(3);
  expect(await entered(runId)).toEqual([0, 0]);
});
