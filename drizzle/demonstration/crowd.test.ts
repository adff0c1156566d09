import { afterAll, beforeAll, expect, test } from 'vitest';
import { isInvented } from '#engine/text/invented-contact.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { inventCrowd } from './crowd.ts';

let testing: TestDatabase;
beforeAll(async () => {
  testing = await testDatabase();
});
afterAll(() => testing.close());

const unit = async () =>
  (await testing.database.query(`insert into unit (name) values ('bench') returning id`)).rows[0].id as string;

test('a crowd has its size, four equal languages, one mobile each, and can never be reached', async () => {
  const unitId = await unit();
  expect(await inventCrowd(testing.database, { citizens: 20_000, unitId, seed: 7 })).toBe(20_000);
  const { rows } = await testing.database.query(
    `select count(*)::int as n, count(distinct mobile)::int as mobiles, count(distinct email)::int as mailboxes,
       count(*) filter (where given_name is null or family_name is null or birth_date is null)::int as nameless,
       min(l.n)::int as least, max(l.n)::int as most
     from citizen join (select language, count(*) as n from citizen where unit_id = $1 group by 1) l using (language) where unit_id = $1`,
    [unitId],
  );
  expect(rows[0]).toEqual({ n: 20_000, mobiles: 20_000, mailboxes: 20_000, nameless: 0, least: 5_000, most: 5_000 });
  const sample = await testing.database.query(
    'select mobile, email from citizen where unit_id = $1 order by id limit 500',
    [unitId],
  );
  for (const { mobile, email } of sample.rows) expect([mobile, email].every(isInvented)).toBe(true);
});

test('the same seed invents the same people and a repeat adds nobody', async () => {
  const unitId = await unit();
  await inventCrowd(testing.database, { citizens: 500, unitId, seed: 9 });
  expect(await inventCrowd(testing.database, { citizens: 500, unitId, seed: 9 })).toBe(0);
  const names = async () =>
    (
      await testing.database.query(
        `select id, given_name, family_name, mobile from citizen where unit_id = $1 order by id`,
        [unitId],
      )
    ).rows;
  const first = await names();
  await testing.database.query('delete from citizen where unit_id = $1', [unitId]);
  await inventCrowd(testing.database, { citizens: 500, unitId, seed: 9 });
  expect(await names()).toEqual(first);
});
