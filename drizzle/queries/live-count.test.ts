import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventCrowd } from '#drizzle/demonstration/crowd.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { type Rule, ruleSchema } from '#engine/rule/rule.ts';
import { addressSql, recipientJoins } from '../crowd/address-sql.ts';
import { audienceConditionSql } from '../crowd/audience-sql.ts';
import { addressMeasures, asCount } from './audience-count.ts';
import { audienceMeasures } from './audience-measures.ts';
import { estimated, type LiveCount, liveCount } from './live-count.ts';

const now = Date.UTC(2026, 6, 1, 10);
let db: TestDatabase;
let unitId: string;
beforeAll(async () => {
  db = await testDatabase();
  const { rows } = await db.database.query(`insert into unit (name) values ('Ayuntamiento') returning id`);
  unitId = rows[0].id;
  await inventCrowd(db.database, { citizens: 20_000, unitId, seed: 3 });
  // All that may stand in the way of a message, in every mixture.
  await db.database.query(
    `update citizen c set
       landline = case when n % 3 = 0 then '+34290000000' end, mobile = case when n % 5 = 0 then null else mobile end,
       email = case when n % 4 = 0 then '' else email end, blocked = case when n % 7 = 0 then '{sms,voice}'::text[] else '{}' end,
       protected = n % 11 = 0, deceased = n % 13 = 0, minor = n % 6 = 0, represented = n % 17 = 0,
       representative_id = case when n % 2 = 0 then other end
     from (select id, row_number() over (order by id) as n, lead(id, 5) over (order by id) as other from citizen) k
     where k.id = c.id`,
  );
  await db.database.query('vacuum analyze citizen');
});
afterAll(() => db?.close());

const rules: Record<string, Rule> = {
  everyone: { all: [] },
  nobody: { any: [] },
  elderly: ruleSchema.parse({ fact: 'citizen.birthDate', is: 'age-between', value: [65, 150] }),
  few: ruleSchema.parse({ fact: 'citizen.municipality', is: 'in-municipality', value: ['46002'] }),
  either: ruleSchema.parse({
    any: [
      { fact: 'citizen.livesAlone', is: 'equals', value: true },
      { not: { fact: 'citizen.language', is: 'in', value: ['es', 'ca'] } },
    ],
  }),
};

test.each(Object.entries(rules))('%s: counts the addresses that a message would be sent to', async (_, rule) => {
  const measured = await audienceMeasures(db.database, { unitId, rule, now }, addressMeasures);
  const { mobile, landline, email, push, post, total, unreachable } = asCount(measured);
  expect({ mobile, email, push, post, total, unreachable }).toEqual(await countedByAddress(rule));
  expect(landline).toBeLessThanOrEqual(total);
});

test.each(Object.entries(rules))('%s: the estimate says how far it may be off, and is not further', async (_, rule) => {
  const question = { unitId, rule, now };
  const truth = await audienceMeasures(db.database, question, addressMeasures);
  const seen = await audienceMeasures(db.database, question, addressMeasures, { sample: true });
  const figure = estimated(seen.total);
  expect(figure.least).toBeLessThanOrEqual(truth.total);
  expect(figure.most).toBeGreaterThanOrEqual(truth.total);
});

test('an interval holds the truth in 19 of 20 samples', () => {
  const samples = 2_000;
  let held = 0;
  for (let sample = 0; sample < samples; sample++) {
    const people = 200 + sample * 5;
    let seen = 0;
    for (let i = 0; i < people; i++) if (roll() < 1 / 64) seen += 1;
    const { least, most } = estimated(seen);
    if (least <= people && people <= most) held += 1;
  }
  expect(held / samples).toBeGreaterThanOrEqual(0.94);
});

test('the last word is the exact count, and what comes before it is marked as an estimate', async () => {
  const told = await all(
    liveCount(db.database, { unitId, rule: { all: [] }, now }, addressMeasures, new AbortController().signal),
  );
  expect(told.at(-1)).toMatchObject({ exact: true, total: { n: expect.any(Number) } });
  for (const early of told.slice(0, -1)) expect(early.exact).toBe(false);
});

test('a count nobody waits for is cancelled in Postgres', async () => {
  const leaving = new AbortController();
  const slow = { unitId, rule: rules['everyone']!, now };
  const costly = { name: 'slow', own: `pg_sleep(0.001) is not null`, theirs: 'true' };
  const counting = liveCount(db.database, slow, [costly], leaving.signal).next();
  setTimeout(() => leaving.abort(), 150);
  await expect(counting).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { rows } = await db.database.query(
    `select count(*)::int as n from pg_stat_activity where state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()`,
  );
  expect(rows[0].n).toBe(0);
});

async function countedByAddress(rule: Rule) {
  const parameters: unknown[] = [];
  const condition = audienceConditionSql(rule, { unitId, now: `to_timestamp(${now / 1_000})`, parameters });
  const kinds = { mobile: 'sms', email: 'email', push: 'push', post: 'letter', voice: 'voice' };
  const { rows } = await db.database.query(
    `select count(*)::int as total, ${['mobile', 'email', 'push', 'post'].map((kind) => `count(${kind})::int as ${kind}`).join(', ')},
            (count(*) filter (where mobile is null and email is null and push is null and post is null
              and (landline is null or voice is null)))::int as unreachable
     from (select ${Object.entries(kinds)
       .map(([kind, channel]) => `nullif(${addressSql(channel, 'citizen')}, '') as ${kind}`)
       .join(', ')}, nullif(case when c.minor or c.represented then r.landline else c.landline end, '') as landline
           from citizen c ${recipientJoins} where ${condition}) as people`,
    parameters,
  );
  return rows[0];
}

async function all(counting: AsyncGenerator<LiveCount>): Promise<LiveCount[]> {
  const told: LiveCount[] = [];
  for await (const count of counting) told.push(count);
  return told;
}

// Mulberry32: the same dice on every machine.
let seed = 20_260_701;
function roll(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
