import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadJourney } from '#gallery/load-journey.ts';
import type { Database } from '../database.ts';
import { catalogue } from '../demonstration/catalogue.ts';
import { launchJourney } from '../queries/launch-journey.ts';
import { publish } from '../queries/publish.ts';
import { approvedService, openOffice } from '../requests/request.fixture.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { type CapReceived, receiveCap } from './receive-cap.ts';

const sample = readFileSync(
  new URL('../../gallery/data/cap/aemet-naranja-temperatura-maxima.xml', import.meta.url),
  'utf8',
);
const thatEvening = Date.parse('2026-07-02T18:30:00+02:00');

let scratch: TestDatabase;
let database: Database;
let unitId: string;

beforeAll(async () => {
  scratch = await testDatabase();
  database = scratch.database;
  const { rows } = await database.query<{ id: string }>(`insert into unit (name) values ('Prueba') returning id`);
  unitId = rows[0]!.id;
  await database.query(
    `insert into attribute (unit_id, name, type) select $1, name, type from jsonb_to_recordset($2) as a(name text, type text)`,
    [unitId, JSON.stringify(catalogue)],
  );
  await database.query(
    `insert into account (unit_id, slug, name, channel, adapter, mode) select $1, c, c, c, 'http-batch', 'sandbox'
     from unnest(array['sms', 'email', 'voice', 'push', 'letter']) c`,
    [unitId],
  );
  const journey = loadJourney('ola-de-calor');
  if (!journey.ok) throw new Error(JSON.stringify(journey.problems));
  const published = await publish(database, { unitId, journey: journey.journey });
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  // Sixty who match inside the polygon, sixty just outside its northern edge, and inside: the young, the accompanied, the dead.
  await settle('inside', 60, { lat: 39.1, lon: -5.2 });
  await settle('outside', 60, { lat: 39.46, lon: -5.0 });
  await settle('young', 5, { lat: 39.1, lon: -5.2, born: '1990-01-01' });
  await settle('accompanied', 5, { lat: 39.1, lon: -5.2, alone: false });
  await settle('dead', 5, { lat: 39.1, lon: -5.2, deceased: true });
});
afterAll(() => scratch?.close());

async function settle(
  called: string,
  n: number,
  {
    lat,
    lon,
    born = '1948-03-01',
    alone = true,
    deceased = false,
  }: { lat: number; lon: number; born?: string; alone?: boolean; deceased?: boolean },
) {
  await database.query(
    `insert into citizen (unit_id, ref, birth_date, lives_alone, lat, lon, deceased, mobile)
     select $1, $2 || i, $3, $4, $5::float8 + i * 0.0001, $6, $7, '+3426' || i from generate_series(1, $8::int) i`,
    [unitId, called, born, alone, lat, lon, deceased, n],
  );
}

async function drill(startsAt: number): Promise<string> {
  const launched = await launchJourney(database, { unitId, slug: 'ola-de-calor', mode: 'drill', clock: { startsAt } });
  if (!launched.ok) throw new Error(JSON.stringify(launched.problems));
  return launched.runId;
}

async function inside(run: string): Promise<Record<string, number>> {
  const { rows } = await database.query<{ who: string; n: number }>(
    `select rtrim(c.ref, '0123456789') as who, count(*)::int as n from member m join citizen c on c.id = m.citizen_id
     where m.run_id = $1 group by 1 order by 1`,
    [run],
  );
  return Object.fromEntries(rows.map(({ who, n }) => [who, n]));
}

const post = (xml: string, mode: 'live' | 'drill' = 'drill') => receiveCap(database, { unitId, mode, xml });
const entered = (received: CapReceived) =>
  received.ok ? received.warnings.flatMap((warning) => warning.entered.map(({ n }) => n)) : received;
const end = (run: string) => database.query(`update run set status = 'stopped' where id = $1`, [run]);

/** A later Update of the sample that refers to it, its polygon grown to the north. */
const larger = sample
  .replace('20260702162803.700602', '20260702192803.700602')
  .replace('<sent>2026-07-02T16:28:03', '<sent>2026-07-02T17:28:03')
  .replace(
    /<references>.*?<\/references>/s,
    '<references>http://www.aemet.es,2.49.0.0.724.0.ES.20260702162803.700602ATTA03191783009683,2026-07-02T16:28:03-00:00</references>',
  )
  .replaceAll('39.42,-4.75 39.45,-4.69', '39.60,-5.2 39.60,-4.69');

test('the AEMET warning lets in exactly those inside its polygon who match, posted again nobody, and grown only the newly inside', async () => {
  const run = await drill(thatEvening);
  const first = await post(sample);
  expect(first).toMatchObject({
    ok: true,
    warnings: [{ verdict: 'orphan', entered: [{ run, journey: 'ola-de-calor', n: 60 }] }],
  });
  expect(first.ok && first.warnings[0]?.notes.map(({ code }) => code)).toEqual(['cap-orphan', 'cap-geocode-unknown']);
  expect(await inside(run)).toEqual({ inside: 60 });
  expect(await post(sample)).toMatchObject({ ok: true, warnings: [{ verdict: 'duplicate', entered: [{ n: 0 }] }] });
  expect(await post(larger)).toMatchObject({ ok: true, warnings: [{ verdict: 'update', entered: [{ n: 60 }] }] });
  expect(await inside(run)).toEqual({ inside: 60, outside: 60 });
  // The earlier, smaller word arriving again changes nothing.
  expect(entered(await post(sample))).toEqual([]);
  const { rows } = await database.query(
    `select event ->> 'areaDesc' as area, event -> 'warning' ->> 'severity' as severity, event ->> 'type' as type,
            event -> 'texts' -> 'en-GB' ->> 'event' as english from member where run_id = $1 limit 1`,
    [run],
  );
  expect(rows[0]).toEqual({
    area: 'La Siberia extremeña',
    severity: 'Severe',
    type: 'cap.warning',
    english: 'Severe high-temperature warning',
  });
  await end(run);
});

test("with today's clock it is refused as expired, says when, and is not kept", async () => {
  await database.query('delete from warning');
  const run = await drill(Date.now());
  expect(await post(sample)).toEqual({
    ok: false,
    problems: [
      {
        code: 'cap-expired',
        severity: 'error',
        path: ['info', 'expires'],
        params: { expires: '2026-07-03T20:59:59+02:00' },
      },
    ],
  });
  expect(await inside(run)).toEqual({});
  expect((await database.query('select from warning')).rowCount).toBe(0);
  await end(run);
});

test('what a test key sends is heard by drills only, and an exercise never enters real life', async () => {
  await database.query('delete from warning');
  const journey = loadJourney('ola-de-calor');
  const live = await approvedService(database, await openOffice(database, unitId), journey.ok && journey.journey);
  const current = sample
    .replaceAll('2026-07-03T20:59:59', '2099-07-03T20:59:59')
    .replaceAll(/<expires>2026[^<]*/g, '<expires>2099-07-03T20:59:59+02:00');
  expect(entered(await post(current, 'drill'))).toEqual([]);
  expect(await post(current.replace('>Actual<', '>Exercise<'), 'live')).toMatchObject({
    ok: true,
    warnings: [{ verdict: 'silent', entered: [] }],
  });
  expect(await inside(live.runId)).toEqual({});
  // The drill's word does not stand in the way of the real one.
  expect(entered(await post(current, 'live'))).toEqual([60]);
  await end(live.runId);
});

test('level green is discarded, yellow lets nobody in, a Cancel after the warning lets nobody in', async () => {
  await database.query('delete from warning');
  const run = await drill(thatEvening);
  const level = (severity: string, name: string) =>
    sample.replaceAll('>Severe<', `>${severity}<`).replaceAll('<value>naranja<', `<value>${name}<`);
  expect(await post(level('Minor', 'verde'))).toMatchObject({
    ok: true,
    warnings: [{ verdict: 'discarded', entered: [] }],
  });
  expect(entered(await post(level('Moderate', 'amarillo')))).toEqual([0]);
  await database.query('delete from warning');
  await post(larger.replace('<msgType>Update', '<msgType>Cancel'));
  expect(entered(await post(sample))).toEqual([]);
  expect(await inside(run)).toEqual({});
  await end(run);
});

test('beside another of itself it still lets each in once', async () => {
  await database.query('delete from warning');
  const run = await drill(thatEvening);
  const answers = await Promise.all([1, 2, 3, 4].map(() => post(sample)));
  expect(answers.flatMap((answer) => entered(answer) as number[]).sort()).toEqual([0, 0, 0, 60]);
  expect(await inside(run)).toEqual({ inside: 60 });
  await end(run);
});
