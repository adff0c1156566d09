import { afterAll, beforeAll, expect, test } from 'vitest';
import { audienceSql } from '#drizzle/crowd/audience-sql.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { ruleSchema } from '#engine/rule/rule.ts';
import { audienceCount } from './audience-count.ts';

const now = Date.UTC(2026, 6, 1, 10);
let db: TestDatabase;
let unitId: string;
beforeAll(async () => {
  db = await testDatabase();
  const { rows } = await db.database.query(`insert into unit (name) values ('Ayuntamiento'), ('Otro') returning id`);
  unitId = rows[0].id;
  await db.database.query(
    `insert into citizen (unit_id, ref, municipality, birth_date, mobile, landline, email, blocked, deceased, protected)
     values ($1, 'both', '28079', '1950-01-01', '+34600000001', null, 'a@example.org', '{}', false, false),
            ($1, 'blocked', '28079', '1950-01-01', '+34600000002', null, null, '{sms}', false, false),
            ($1, 'landline', '28079', '1950-01-01', null, '+34910000001', '', '{}', false, false),
            ($1, 'guarded', '28079', '1950-01-01', '+34600000004', '+34910000002', null, '{}', false, true),
            ($1, 'gone', '28079', '1950-01-01', '+34600000003', null, null, '{}', true, false),
            ($1, 'elsewhere', '46250', '1950-01-01', '+34600000005', null, null, '{}', false, false),
            ($2, 'other unit', '28079', '1950-01-01', '+34600000006', null, null, '{}', false, false)`,
    [unitId, rows[1].id],
  );
});
afterAll(() => db?.close());

const elderly = ruleSchema.parse({
  all: [
    { fact: 'citizen.municipality', is: 'in-municipality', value: ['28079'] },
    { fact: 'citizen.birthDate', is: 'age-between', value: [65, 150] },
  ],
});

test('counts an audience and whom each kind of address reaches, never the deceased nor another unit', async () => {
  expect(await audienceCount(db.database, { unitId, rule: elderly, now })).toEqual({
    total: 4,
    mobile: 2,
    landline: 1,
    email: 1,
    push: 0,
    post: 0,
    unreachable: 1,
  });
});

test('counts by an event in hand', async () => {
  const rule = ruleSchema.parse({ fact: 'citizen.place', is: 'inside-area-of-event' });
  const count = (event: unknown) => audienceCount(db.database, { unitId, rule, now, event });
  expect((await count({ area: { municipalities: ['46250'] } })).total).toBe(1);
  expect((await count(null)).total).toBe(0);
});

test('counts everyone and nobody', async () => {
  expect((await audienceCount(db.database, { unitId, rule: { all: [] }, now })).total).toBe(5);
  expect((await audienceCount(db.database, { unitId, rule: { any: [] }, now })).total).toBe(0);
});

test('selects the citizens that it counts', async () => {
  const parameters: unknown[] = [now / 1000];
  const select = audienceSql(elderly, { unitId, now: 'to_timestamp($1::float8)', parameters });
  const { rows } = await db.database.query(`select ref from citizen where id in (${select}) order by ref`, parameters);
  expect(rows.map(({ ref }) => ref)).toEqual(['blocked', 'both', 'guarded', 'landline']);
});
