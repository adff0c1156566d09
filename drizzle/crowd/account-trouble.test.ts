import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { noteTrouble, tryAgain } from './account-trouble.ts';
import { settle } from './crowd.fixture.ts';

let db: TestDatabase;
let one: number;
let other: number;
beforeAll(async () => {
  db = await testDatabase();
  const { unitId } = await settle(db.database, 0);
  one = (await db.database.query(`select id from account where channel = 'sms'`)).rows[0].id;
  other = (
    await db.database.query(
      `insert into account (unit_id, slug, name, channel, adapter, mode) values ($1, 'other', 'other', 'sms', 'http-batch', 'sandbox') returning id`,
      [unitId],
    )
  ).rows[0].id;
});
beforeEach(() =>
  db.database.query(
    `update account set status = 'active', failures = 0, failing_since = null, errors = 0, probe_at = null, probe_ms = 30000, weight = 50`,
  ),
);
afterAll(() => db.close());

const fails = (id: number) => noteTrouble(db.database, id, { accepted: false, errors: 20 });
const later = (seconds: number) =>
  db.database.query(
    `update account set failing_since = failing_since - $1 * interval '1 second', probe_at = probe_at - $1 * interval '1 second'`,
    [seconds],
  );
const states = async () =>
  (
    await db.database.query(
      `select status, weight, round(extract(epoch from probe_at - now()))::int as "probeIn" from account where channel = 'sms' order by id`,
    )
  ).rows;

test('an account that takes nothing for ten seconds is set down, and tried again on trial after half a minute', async () => {
  expect([await fails(one), await fails(one), await fails(one)]).toEqual([false, false, false]);
  await later(11);
  expect(await fails(one)).toBe(true);
  expect(await states()).toEqual([
    { status: 'down', weight: 10, probeIn: 30 },
    { status: 'active', weight: 50, probeIn: null },
  ]);
  expect(await tryAgain(db.database)).toEqual([]);
  await later(31);
  expect(await tryAgain(db.database)).toEqual([one]);
  expect(await states()).toMatchObject([{ status: 'active', weight: 10 }, {}]);
});

test('on trial its first failure sets it down again, for twice as long, up to ten minutes; a success forgives', async () => {
  await fails(one);
  await later(11);
  const waits = [];
  for (let n = 0; n < 7; n++) {
    await db.database.query('update account set failures = 2 where id = $1 and failures = 1', [one]);
    expect(await fails(one)).toBe(true);
    waits.push((await states())[0].probeIn);
    await later(700);
    await tryAgain(db.database);
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 600, 600]);
  await noteTrouble(db.database, one, { accepted: true, errors: 0 });
  expect([await fails(one), await fails(one), await fails(one)]).toEqual([false, false, false]);
});

test('the last account of a channel is never set down, and one that an official set down is left alone', async () => {
  await db.database.query(`update account set status = 'down' where id = $1`, [other]);
  await fails(one);
  await later(60);
  expect([await fails(one), await fails(one)]).toEqual([false, false]);
  expect(await tryAgain(db.database)).toEqual([]);
  expect(await states()).toMatchObject([{ status: 'active' }, { status: 'down' }]);
});

test('a hand-over of which something was accepted is no failure, but its errors count', async () => {
  await fails(one);
  await later(60);
  expect(await noteTrouble(db.database, one, { accepted: true, errors: 7 })).toBe(false);
  const { rows } = await db.database.query('select failures, failing_since, errors from account where id = $1', [one]);
  expect(rows).toEqual([{ failures: 0, failing_since: null, errors: 27 }]);
});
