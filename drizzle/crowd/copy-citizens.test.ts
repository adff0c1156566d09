import { afterAll, beforeAll, expect, test } from 'vitest';
import { isInvented } from '#engine/text/invented-contact.ts';
import { holidaysOfSpain } from '#engine/time/holiday.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { absorbEvents } from './absorb-events.ts';
import { absorbReply } from './absorb-reply.ts';
import { changeAttributes } from './change-attributes.ts';
import { claim } from './claim.ts';
import { completeTask } from './complete-task.ts';
import { advanceAll, enrolAll, revise, settle } from './crowd.fixture.ts';
import { importCitizens } from './import-citizens.ts';
import { receiveEvents } from './receive-events.ts';
import { record } from './record.ts';

const journey = {
  cauce: 1,
  slug: 'visita',
  title: 'Visita',
  dailyCap: 5,
  nodes: [
    { id: 'n1', kind: 'launch' },
    { id: 'n0', kind: 'event', config: { event: 'visita.pedida', entry: 'per-event' } },
    {
      id: 'n2',
      kind: 'ask',
      config: {
        rungs: [{ id: 'sms', channel: 'sms' }],
        limit: { days: 2 },
        answers: [{ id: 'help', title: 'Ayuda', digit: '2' }],
      },
    },
    {
      id: 'n3',
      kind: 'task',
      config: { title: 'Ir', skill: 'desk', hours: 1, outcomes: [{ id: 'gone', title: 'Hecho' }] },
    },
    { id: 'n4', kind: 'end', config: { outcome: 'visited' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n0', port: 'start', to: 'n2' },
    ...['help', 'no-answer', 'nobody', 'not-understood'].map((port) => ({ from: 'n2', port, to: 'n3' })),
    ...['gone', 'overdue'].map((port) => ({ from: 'n3', port, to: 'n4' })),
  ],
  goals: [
    { id: 'done', title: 'Hecha', event: 'visita.hecha', outcome: 'done' },
    { id: 'over', title: 'Consta', rule: { fact: 'citizen.visited', is: 'equals', value: true }, outcome: 'done' },
  ],
};

let db: TestDatabase;
let unitId: string;
let sms: number;
let before: unknown[];

beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, 3));
  await db.database.query(`insert into attribute (unit_id, name, type) values ($1, 'visited', 'boolean')`, [unitId]);
  await db.database.query(
    `update citizen set given_name = 'María Ángeles', family_name = 'Peñarrubia Solís', email = ref || '@correo.example', postal_address = 'Calle Real 7',
       push_token = 'real-' || ref, landline = '+34961234567', needs = '{mobility}', attributes = '{"visited": false}'`,
  );
  await db.database.query(
    `update citizen c set representative_id = (select id from citizen where ref = 'c2'), carer_id = (select id from citizen where ref = 'c3'), minor = true
     where ref = 'c1'`,
  );
  await db.database.query(
    `insert into holiday (day, scope, name) select date::date, scope, name from jsonb_to_recordset($1) as h(date text, scope text, name text)`,
    [JSON.stringify(holidaysOfSpain)],
  );
  await revise(db.database, unitId, journey);
  sms = (await db.database.query(`select id from account where channel = 'sms'`)).rows[0].id;
  before = await realPeople();
});
afterAll(() => db.close());

const everybody = { all: [] };
const drill = { slug: 'visita', mode: 'drill' as const, clock: { startsAt: Date.UTC(2026, 6, 2, 10), scale: 1 } };
const realPeople = async () =>
  (await db.database.query('select * from citizen where unit_id = $1 order by id', [unitId])).rows;
const people = async (runId: string) =>
  (
    await db.database.query(
      `select k.*, o.ref as of, r.copy_of as speaks, a.copy_of as cares from citizen k join citizen o on o.id = k.copy_of
       left join citizen r on r.id = k.representative_id left join citizen a on a.id = k.carer_id
       where k.unit_id = $1 order by o.ref`,
      [runId],
    )
  ).rows;
const ids = async () =>
  Object.fromEntries(
    (await db.database.query('select ref, id from citizen where unit_id = $1', [unitId])).rows.map((row) => [
      row.ref,
      row.id,
    ]),
  );
const outcomes = async (runId: string) =>
  Object.fromEntries(
    (
      await db.database.query(
        `select c.ref, m.outcome from member m join citizen c on c.id = m.citizen_id where m.run_id = $1 order by 1`,
        [runId],
      )
    ).rows.map(({ ref, outcome }) => [ref, outcome]),
  );

test('a drill enrols copies: initials, contacts that can never ring, and those who speak for them copied too', async () => {
  const { runId } = await enrolAll(db.database, {
    unitId,
    ...drill,
    audience: { fact: 'citizen.carerId', is: 'exists' },
  });
  const copies = await people(runId);
  const real = await ids();
  expect(copies.map(({ of }) => of)).toEqual(['c1', 'c2', 'c3']);
  expect(copies[0]).toMatchObject({
    ref: 'c1',
    given_name: 'M. Á.',
    family_name: 'P. S.',
    municipality: '46118',
    needs: ['mobility'],
    attributes: { visited: false },
    minor: true,
    speaks: real['c2'],
    cares: real['c3'],
  });
  expect(JSON.stringify(copies)).not.toMatch(/Ángeles|Peñarrubia|\+346|\+349|correo|Calle Real|"real-/);
  for (const { mobile, landline, email } of copies)
    expect([mobile, landline, email].filter((to) => !isInvented(to))).toEqual([]);
  // Who shares a phone shares it in the drill too.
  expect(new Set(copies.map(({ landline }) => landline)).size).toBe(1);
  const members = await db.database.query('select citizen_id from member where run_id = $1', [runId]);
  expect(members.rows).toEqual([{ citizen_id: copies[0].id }]);
});

test('invented people keep their names and how their phones behave', async () => {
  await db.database.query(
    `insert into citizen (unit_id, ref, given_name, family_name, mobile, email) values ($1, 'x', 'Vera', 'Roig', '+34260000091', 'vera.silent@ejemplo.invalid')`,
    [unitId],
  );
  const { runId } = await enrolAll(db.database, {
    unitId,
    ...drill,
    audience: { fact: 'citizen.givenName', is: 'equals', value: 'Vera' },
  });
  expect(await people(runId)).toMatchObject([
    { given_name: 'Vera', family_name: 'Roig', mobile: '+34270000091', email: 'copia.vera.silent@ejemplo.invalid' },
  ]);
  await db.database.query(`delete from citizen where ref = 'x'`);
});

test('what a drill hears, answers, asks and imports touches no real record, and real life touches no drill', async () => {
  const { runId, partitions } = await enrolAll(db.database, { unitId, ...drill, audience: everybody });
  const live = await enrolAll(db.database, { unitId, slug: 'visita', mode: 'live', audience: everybody });
  await advanceAll(db.database, [...partitions, ...live.partitions]);
  // c1's messages go to c2, who speaks for them.
  for (;;) {
    const claimed = await claim(db.database, sms, {
      limit: 50,
      channel: 'sms',
      accountMode: 'sandbox',
      factsOf: () => [],
    });
    if (!claimed) break;
    await record(
      db.database,
      claimed,
      'sms',
      claimed.messages.map(({ id }) => ({ id, result: 'accepted' })),
      0,
    );
  }
  const [, , third] = await people(runId);
  expect(await absorbReply(db.database, sms, { id: 'r1', from: third.mobile, text: '2', at: Date.now() })).toEqual({
    matched: 1,
  });
  await advanceAll(db.database, [...partitions, ...live.partitions]);
  const { rows: tasks } = await db.database.query(`select id, run_id from task where status = 'open'`);
  expect(tasks.map(({ run_id }) => run_id)).toEqual([runId]);
  await completeTask(db.database, tasks[0].id, 'gone');
  await receiveEvents(db.database, {
    unitId,
    mode: 'drill',
    events: [{ source: 's', id: '1', type: 'visita.hecha', subject: 'c1', data: {} }],
  });
  await absorbEvents(db.database);
  await changeAttributes(db.database, {
    unitId,
    mode: 'drill',
    source: 'api',
    changes: [{ ref: 'c2', attributes: { visited: true } }],
  });
  await advanceAll(db.database, [...partitions, ...live.partitions]);
  expect(await outcomes(runId)).toEqual({ c1: 'done', c2: 'done', c3: 'visited' });
  expect(await outcomes(live.runId)).toEqual({ c1: null, c2: null, c3: null });
  expect(await realPeople()).toEqual(before);
  const { rows: caps } = await db.database.query(
    `select count(*)::int as n from contact_cap k join citizen c on c.id = k.citizen_id where c.copy_of is null`,
  );
  expect(caps).toEqual([{ n: 3 }]);

  const next = await enrolAll(db.database, { unitId, ...drill, audience: everybody });
  await changeAttributes(db.database, {
    unitId,
    mode: 'live',
    source: 'api',
    changes: [{ ref: 'c2', attributes: { visited: true } }],
  });
  await advanceAll(db.database, [...next.partitions, ...live.partitions]);
  expect(await outcomes(next.runId)).toEqual({ c1: null, c2: null, c3: null });
  expect(await outcomes(live.runId)).toEqual({ c1: null, c2: 'done', c3: null });
  await changeAttributes(db.database, {
    unitId,
    mode: 'live',
    source: 'api',
    changes: [{ ref: 'c2', attributes: { visited: false } }],
  });
});

test('a file imported into a drill changes its copies, adds nobody and leaves the unit alone', async () => {
  const { runId, partitions } = await enrolAll(db.database, { unitId, ...drill, audience: everybody });
  await advanceAll(db.database, partitions);
  const unit = await realPeople();
  const file = Buffer.from('ref,visited\nc1,sí\nc3,sí\nstranger,sí\n');
  const imported = await importCitizens(db.database, {
    who: { kind: 'system', id: 'test' },
    unitId,
    drill: runId,
    name: 'visitas.csv',
    file: asStream(file),
    errorsFolder: '/tmp',
  });
  expect(imported).toMatchObject({ ok: true, added: 0, changed: 2, woken: 2 });
  await advanceAll(db.database, partitions);
  expect(await outcomes(runId)).toEqual({ c1: 'done', c2: null, c3: 'done' });
  expect(await realPeople()).toEqual(unit);
});

test('an event lets a copy in, the same one however often it comes', async () => {
  const { rows } = await db.database.query<{ id: string }>(
    `insert into run (unit_id, journey_id, revision_id, kind, mode, status, clock_at)
     select j.unit_id, j.id, v.id, 'standing', 'drill', 'open', now() from journey j join revision v on v.journey_id = j.id returning id`,
  );
  const runId = rows[0]!.id;
  for (const id of ['a', 'b']) {
    await receiveEvents(db.database, {
      unitId,
      mode: 'drill',
      events: [{ source: 's', id, type: 'visita.pedida', subject: 'c1', data: {} }],
    });
    await absorbEvents(db.database);
  }
  const members = await db.database.query('select citizen_id from member where run_id = $1', [runId]);
  const [copy] = await people(runId);
  expect(members.rows).toEqual([{ citizen_id: copy.id }, { citizen_id: copy.id }]);
});

async function* asStream(bytes: Uint8Array) {
  yield bytes;
}
