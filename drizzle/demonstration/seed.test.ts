import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rule } from '#engine/rule/rule.ts';
import { isInvented } from '#engine/text/invented-contact.ts';
import { DEMONSTRATION_UNIT, seedDemonstration } from '../demonstration.ts';
import { audienceMeasures } from '../queries/audience-measures.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { inventCitizens } from './citizens.ts';
import { type InventedCitizen } from './invented-citizen.ts';
import { insideOutline, kmToRim, type Outline } from './outline.ts';
import { municipalitiesOfSpain } from './territory.ts';

let testing: TestDatabase;
const municipalities = municipalitiesOfSpain();
const steps: string[] = [];
beforeAll(async () => {
  testing = await testDatabase();
  await seedDemonstration(testing.url, (step) => steps.push(step));
});
afterAll(() => testing.close());

const one = async (sql: string) => (await testing.database.query(sql)).rows[0];

test('fills the territory once, however often it is asked', async () => {
  const counts = `select count(*) filter (where kind = 'person')::int as people,
    count(*) filter (where kind = 'business')::int as businesses from citizen`;
  expect(await one(counts)).toEqual({ people: 50_000, businesses: 2_000 });
  await seedDemonstration(testing.url, () => undefined);
  expect(await one(counts)).toEqual({ people: 50_000, businesses: 2_000 });
  expect((await one('select count(*)::int as n from municipality')).n).toBe(municipalities.length);
  expect((await one('select count(*)::int as n from holiday')).n).toBeGreaterThan(100);
  expect(
    await one(
      'select count(*)::int as journeys, max(n) as n from journey join revision on revision.journey_id = journey.id',
    ),
  ).toEqual({
    journeys: 3,
    n: 1,
  });
});

test('nobody invented can be reached by a real call or message, and no contract is live', async () => {
  const { rows } = await testing.database.query('select mobile, landline, email from citizen');
  for (const row of rows)
    for (const address of [row.mobile, row.landline, row.email])
      if (address && !isInvented(address)) expect.fail(address);
  expect(await one(`select count(*)::int as n, bool_and(mode = 'sandbox') as safe from account`)).toEqual({
    n: 6,
    safe: true,
  });
});

test('each saved audience finds somebody, and one that was taken away stays away', async () => {
  const { rows } = await testing.database.query<{ id: string; rule: Rule }>('select id, rule from audience');
  expect(rows.length).toBeGreaterThan(0);
  for (const { rule } of rows) {
    const question = { unitId: DEMONSTRATION_UNIT, rule, now: Date.now() };
    expect((await audienceMeasures(testing.database, question, [])).total, JSON.stringify(rule)).toBeGreaterThan(0);
  }
  await testing.database.query('delete from audience where id = $1', [rows[0]?.id]);
  await seedDemonstration(testing.url, () => undefined);
  expect((await one('select count(*)::int as n from audience')).n).toBe(rows.length - 1);
});

test('mobiles are of one person each, and everybody lives inside the outline of their municipality', async () => {
  expect((await one('select count(mobile) - count(distinct mobile) as twice from citizen')).twice).toBe('0');
  const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]));
  const { rows } = await testing.database.query<{ municipality: string; lat: number; lon: number }>(
    'select municipality, lat, lon from citizen',
  );
  const outside = rows.filter(({ municipality, lat, lon }) => {
    const outline = byCode.get(municipality)?.outline;
    return !outline || !(insideOutline(lat, lon, outline) || kmToRim(lat, lon, outline) < 0.01);
  });
  expect(outside).toEqual([]);
});

test('the heat-wave warning finds at least 50 old people alone inside its polygon, and 50 within 10 km of its rim', async () => {
  const zone = aemetZone();
  const { rows } = await testing.database.query<{ lat: number; lon: number }>(
    `select lat, lon from citizen where lives_alone and birth_date < '1961-07-01' and not deceased and not protected and left(municipality, 2) in ('06', '13')`,
  );
  const inside = rows.filter(({ lat, lon }) => insideOutline(lat, lon, zone));
  const near = rows.filter(({ lat, lon }) => !insideOutline(lat, lon, zone) && kmToRim(lat, lon, zone) < 10);
  expect(inside.length).toBeGreaterThanOrEqual(50);
  expect(near.length).toBeGreaterThanOrEqual(50);
});

test('La Siberia and the places around Enguera have the people that the examples need', async () => {
  const { fire, siberia } =
    await one(`select count(*) filter (where lat between 38.85 and 39.2 and lon between -0.95 and -0.55)::int as fire,
    count(*) filter (where lat between 38.65 and 39.45 and lon between -5.7 and -4.6)::int as siberia from citizen where kind = 'person'`);
  expect(fire).toBeGreaterThanOrEqual(10_000);
  expect(siberia).toBeGreaterThanOrEqual(8_000);
});

test('families with last year’s grant, carers with a date, and people without a mobile exist in credible shares', async () => {
  const row = await one(`select count(*) filter (where attributes->>'grantLastYear' = 'true')::int as grants,
    count(*) filter (where carer_id is not null and attributes->>'carerConsentOn' is null)::int as "carersWithoutDate",
    count(*) filter (where carer_id is not null)::int as carers,
    avg((mobile is null)::int) filter (where birth_date < '1951-01-01') as "oldWithoutMobile",
    avg((mobile is null and landline is null and email is null and push_token is null and postal_address is null)::int) as unreachable,
    avg(extract(year from age('2026-01-01', birth_date))) filter (where birth_date < '2006-01-01') as age,
    avg((birth_date < '1961-01-01')::int) as old, avg(minor::int) as minors, avg(protected::int) as protected, avg(deceased::int) as dead
    from citizen where kind = 'person'`);
  expect(row.grants).toBeGreaterThan(500);
  expect(row.carersWithoutDate).toBe(0);
  expect(row.carers).toBeGreaterThan(500);
  expect(Number(row.oldWithoutMobile)).toBeGreaterThan(0.15);
  expect(Number(row.oldWithoutMobile)).toBeLessThan(0.22);
  expect(Number(row.unreachable)).toBeGreaterThan(0.005);
  expect(Number(row.unreachable)).toBeLessThan(0.03);
  expect(Number(row.age)).toBeGreaterThan(45);
  expect(Number(row.age)).toBeLessThan(60);
  for (const share of [row.minors, row.protected, row.dead]) expect(Number(share)).toBeGreaterThan(0.001);
  for (const share of [row.minors, row.protected, row.dead]) expect(Number(share)).toBeLessThan(0.08);
});

test('the same seed invents the same people, another seed others', () => {
  const some = (seed: number) => [...inventCitizens(municipalities, { count: 600, seed })].map(plain);
  expect(some(1)).toEqual(some(1));
  expect(some(1)).not.toEqual(some(2));
  expect(some(3)).toHaveLength(600);
});

const plain = ({ h3, ...citizen }: InventedCitizen) => ({ ...citizen, h3: String(h3) });

function aemetZone(): Outline {
  const xml = readFileSync(
    new URL('../../gallery/data/cap/aemet-naranja-temperatura-maxima.xml', import.meta.url),
    'utf8',
  );
  const pairs = /<polygon>([^<]+)</.exec(xml)?.[1]?.split(/\s+/) ?? [];
  return [[pairs.map((pair) => pair.split(',').map(Number).reverse())]];
}
