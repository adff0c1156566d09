import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { type AllowedHours, nextAllowed } from '#engine/time/allowed-hours.ts';
import { holidayCalendar, holidaysOfSpain, scopesOf } from '#engine/time/holiday.ts';
import { communityOf } from '#engine/time/province.ts';
import { untilDate } from '#engine/time/until-date.ts';
import { addMonths, addWorkingDays, type Term } from '#engine/time/working-days.ts';
import { addWorkingHours } from '#engine/time/working-hours.ts';
import { instantOf, localOf, zoneOf } from '#engine/time/zone.ts';

let db: TestDatabase;
const calendar = holidayCalendar(holidaysOfSpain);
const at = (text: string) => Date.parse(text);
const zones = ['Europe/Madrid', 'Atlantic/Canary'];
const clockChanges = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'];

beforeAll(async () => {
  db = await testDatabase();
  await db.database.query(
    `insert into holiday (day, scope, name) select date, scope, name from jsonb_to_recordset($1) as h (date date, scope text, name text)`,
    [JSON.stringify(holidaysOfSpain)],
  );
});
afterAll(() => db.close());

const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const zone = fc.constantFrom(...zones);
/** Any second of 2025 to 2028, and more often those around clock changes and the turn of a year. */
const instant = fc
  .oneof(
    fc.integer({ min: at('2025-12-01'), max: at('2028-02-01') }),
    fc
      .tuple(
        fc.constantFrom(...clockChanges, '2027-01-01', '2026-12-31'),
        fc.integer({ min: -10_800_000, max: 97_200_000 }),
      )
      .map(([day, offset]) => at(day) + offset),
  )
  .map((ms) => Math.floor(ms / 1000) * 1000);
const day = instant.map((ms) => localOf(ms, 'Europe/Madrid').date);
const place = fc.option(
  fc.constantFrom(
    '28079',
    '46250',
    '46118',
    '06063',
    '06015',
    '35016',
    '38038',
    '08019',
    '48020',
    '15030',
    '28001',
    '99001',
  ),
  { nil: null, freq: 8 },
);

/** Sends all cases in one statement and compares each answer with what TypeScript says. */
async function agree<T>(
  cases: fc.Arbitrary<T>,
  sql: string,
  row: (value: T) => unknown[],
  expected: (value: T) => number | null,
): Promise<void> {
  const values = fc.sample(cases, 800);
  const rows = values.map((value) => row(value));
  const { rows: answers } = await db.database.query<{ ms: string | null }>(
    `select (extract(epoch from ${sql}) * 1000)::bigint as ms from jsonb_array_elements($1::jsonb) with ordinality as x(c, i) order by i`,
    [JSON.stringify(rows)],
  );
  values.forEach((value, i) => {
    const ms = answers[i]?.ms ?? null;
    expect(ms === null ? null : Number(ms), JSON.stringify(value)).toBe(expected(value));
  });
  expect(answers.some(({ ms }) => ms !== null)).toBe(true);
}

const over = (term: Term) => (term.ok ? term.at : null);
const stamp = (ms: number) => new Date(ms).toISOString();
const weekdays = fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), { nil: undefined });
const hours: fc.Arbitrary<AllowedHours> = fc
  .record({
    from: time,
    to: fc.oneof({ weight: 9, arbitrary: time }, { weight: 1, arbitrary: fc.constant('24:00') }),
    weekdays,
  })
  .map(({ weekdays: some, ...rest }) => (some ? { ...rest, weekdays: some } : rest));
const intArray = (json: string) =>
  `case when jsonb_typeof(${json}) = 'array' then array(select e::int from jsonb_array_elements_text(${json}) e) end`;
const textArray = (json: string) =>
  `case when jsonb_typeof(${json}) = 'array' then array(select jsonb_array_elements_text(${json})) end`;

test('local time becomes the same instant, in repeated and missing hours too', async () => {
  const sql = `cauce_local_instant((c->>0)::date, (c->>1)::time, c->>2)`;
  await agree(
    fc.tuple(day, time, zone),
    sql,
    (c) => c,
    ([d, t, z]) => instantOf(d, t, z),
  );
  const everyMinuteOfAChange = clockChanges.flatMap((d) =>
    zones.flatMap((z) =>
      Array.from(
        { length: 240 },
        (_, m) => [d, `0${Math.floor(m / 60)}:${String(m % 60).padStart(2, '0')}`, z] as const,
      ),
    ),
  );
  await agree(
    fc.constantFrom(...everyMinuteOfAChange),
    sql,
    (c) => [...c],
    ([d, t, z]) => instantOf(d, t, z),
  );
});

test('a date wait ends at the same instant', async () => {
  await agree(
    fc.tuple(day, fc.integer({ min: -400, max: 400 }), time, zone),
    `cauce_until_date((c->>0)::date, (c->>1)::int, (c->>2)::time, c->>3)`,
    (c) => c,
    ([d, offset, t, z]) => untilDate(d, offset, t, z),
  );
});

test('working days end at the same instant, or neither knows', async () => {
  await agree(
    fc.tuple(instant, fc.oneof(fc.integer({ min: 1, max: 15 }), fc.integer({ min: -1, max: 300 })), place, place),
    `cauce_add_working_days((c->>0)::timestamptz, (c->>1)::int, c->>2, c->>3)`,
    ([ms, n, municipality, seat]) => [stamp(ms), n, municipality, seat],
    ([ms, n, municipality, seat]) => over(addWorkingDays(ms, n, { municipality, seat }, calendar)),
  );
});

test('months end at the same instant, or neither knows', async () => {
  await agree(
    fc.tuple(instant, fc.integer({ min: 0, max: 14 }), place, place),
    `cauce_add_months((c->>0)::timestamptz, (c->>1)::int, c->>2, c->>3)`,
    ([ms, n, municipality, seat]) => [stamp(ms), n, municipality, seat],
    ([ms, n, municipality, seat]) => over(addMonths(ms, n, { municipality, seat }, calendar)),
  );
});

test('the next allowed hours are the same, with holidays and without', async () => {
  const scopes = fc.option(fc.constantFrom('28079', '46250', '35016'), { nil: null });
  await agree(
    fc.tuple(instant, zone, hours, scopes),
    `cauce_next_allowed((c->>0)::timestamptz, c->>1, (c->>2)::time, (c->>3)::time, ${intArray('c->4')}, ${textArray('c->5')})`,
    ([ms, z, h, at]) => [stamp(ms), z, h.from, h.to, h.weekdays ?? null, at && scopesOf(at)],
    ([ms, z, h, at]) =>
      nextAllowed(ms, z, { ...h, exceptHolidays: at !== null }, (d) => calendar.isHoliday(d, scopesOf(at ?? '') ?? [])),
  );
});

test('working hours are due at the same instant', async () => {
  await agree(
    fc.tuple(instant, fc.integer({ min: 0, max: 60 }), zone, hours),
    `cauce_add_working_hours((c->>0)::timestamptz, make_interval(hours => (c->>1)::int), c->>2, (c->>3)::time, (c->>4)::time, ${intArray('c->5')})`,
    ([ms, n, z, h]) => [stamp(ms), n, z, h.from, h.to, h.weekdays ?? null],
    ([ms, n, z, h]) => addWorkingHours(ms, n * 3_600_000, z, h),
  );
});

test('every code has the same zone, community and scopes', async () => {
  const codes = [
    '',
    '1',
    '00001',
    '53001',
    'abcde',
    ...Array.from({ length: 52 }, (_, i) => `${String(i + 1).padStart(2, '0')}001`),
  ];
  const { rows } = await db.database.query(
    `select code, cauce_zone(code) as zone, cauce_community(code) as community, cauce_scopes(code, null) as scopes
       from unnest($1::text[]) with ordinality as x(code, i) order by i`,
    [codes],
  );
  expect(rows).toEqual(
    codes.map((code) => ({
      code,
      zone: zoneOf(code),
      community: communityOf(code) ?? null,
      scopes: scopesOf(code) ?? null,
    })),
  );
});
