import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { citizenArbitrary, eventArbitrary, nowArbitrary, variablesArbitrary } from '#engine/rule/facts.arbitrary.ts';
import { fold } from '#engine/rule/fold.ts';
import { holds } from '#engine/rule/holds.ts';
import { operators } from '#engine/rule/operators.ts';
import { comparisonArbitrary, ruleArbitrary } from '#engine/rule/rule.arbitrary.ts';
import { type Rule, ruleSchema } from '#engine/rule/rule.ts';
import { wordArbitrary } from '#engine/rule/values.arbitrary.ts';
import { ruleSql } from './rule-sql.ts';

const situations = fc.sample(
  fc.record({ citizen: citizenArbitrary, member: variablesArbitrary, event: eventArbitrary }),
  { numRuns: 200, seed: 20260702 },
);

describe('a rule asked in SQL and in memory', { timeout: 120_000 }, () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
    await insertSituations(test);
  });
  afterAll(() => test?.close());

  it('gets the same answer for every comparison, citizen, event and instant, and each operator finds both answers', async () => {
    const answers = new Map<string, Set<boolean>>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(comparisonArbitrary, { minLength: 40, maxLength: 40 }),
        nowArbitrary,
        async (rules, now) => {
          const found = await inSql(test, rules, now);
          expect(disagreements(rules, now, found)).toEqual([]);
          rules.forEach((rule, r) => {
            const seen = answers.get(rule.is) ?? new Set();
            found[r]?.forEach((answer) => seen.add(answer));
            answers.set(rule.is, seen);
          });
        },
      ),
      { numRuns: 30 },
    );
    expect(Object.keys(operators).filter((is) => answers.get(is)?.size !== 2)).toEqual([]);
  });

  it('gets the same answer for nested groups', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ruleArbitrary, { minLength: 10, maxLength: 10 }), nowArbitrary, async (rules, now) => {
        expect(disagreements(rules, now, await inSql(test, rules, now))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('reads the event that all rows share where a row has none of its own', async () => {
    const shared = { type: 'fire', area: { circles: [{ lat: 28.2, lon: -16, km: 200 }] } };
    const rule = ruleSchema.parse({
      any: [
        { fact: 'citizen.place', is: 'inside-area-of-event' },
        { fact: 'event.type', is: 'equals', value: 'Fire' },
      ],
    });
    const parameters: unknown[] = [JSON.stringify(shared)];
    const scope = { citizen: 'c', event: 'own', sharedEvent: '$1::jsonb', now: 'now()', parameters };
    const { rows } = await test.database.query(
      `select ${ruleSql(rule, scope)} as holds from member m join citizen c on c.id = m.citizen_id,
         lateral (select case when m.seq % 2 = 0 then m.event end) as e (own) order by m.seq`,
      parameters,
    );
    const expected = situations.map(({ citizen, event }, seq) =>
      holds(rule, { citizen, member: {}, event: seq % 2 === 0 ? event : shared, now: 0, zone: 'UTC' }),
    );
    expect(rows.map((row) => row.holds)).toEqual(expected);
    expect(new Set(expected).size).toBe(2);
  });

  it('finds the same citizens in an area that all rows share', async () => {
    const rule = ruleSchema.parse({ fact: 'citizen.place', is: 'inside-area-of-event' });
    const answers = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(eventArbitrary, async (event) => {
        const parameters: unknown[] = [JSON.stringify(event)];
        const sql = ruleSql(rule, { citizen: 'c', sharedEvent: '$1::jsonb', now: 'now()', parameters });
        const { rows } = await test.database.query(
          `select ${sql} as inside, $1::jsonb from member m join citizen c on c.id = m.citizen_id order by m.seq`,
          parameters,
        );
        const expected = situations.map(({ citizen }) =>
          holds(rule, { citizen, member: {}, event, now: 0, zone: 'UTC' }),
        );
        expect(rows.map(({ inside }) => inside)).toEqual(expected);
        expected.forEach((inside) => answers.add(inside));
      }),
      { numRuns: 150 },
    );
    expect(answers.size).toBe(2);
  });

  it('folds every text alike', async () => {
    const texts = fc.sample(wordArbitrary, 2_000);
    const { rows } = await test.database.query(
      'select cauce_fold(t) as folded from unnest($1::text[]) with ordinality as u (t, n) order by n',
      [texts],
    );
    expect(rows.map((row) => row.folded)).toEqual(texts.map(fold));
  });

  it('treats every value as a value, whatever it holds', async () => {
    const rule = ruleSchema.parse({
      fact: 'event.data.severity',
      is: 'equals',
      value: "') or true; drop table citizen; --",
    });
    expect((await inSql(test, [rule], 0))[0]).not.toContain(true);
    const scope = { citizen: 'c', member: 'm', event: 'm.event', now: 'now()', parameters: [] };
    expect(ruleSql(rule, scope)).not.toContain('drop');
    expect(() => ruleSql(rule, { ...scope, citizen: 'c; drop table citizen' })).toThrow('Not an alias');
  });
});

async function insertSituations({ database }: TestDatabase) {
  const { rows } = await database.query(`insert into unit (name) values ('Ayuntamiento') returning id`);
  for (const [n, { citizen, member, event }] of situations.entries()) {
    const columns = Object.entries(citizen).map(([name, value]) => [
      name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
      value,
    ]);
    const inserted = await database.query(
      `with c as (select * from jsonb_populate_record(null::citizen, $2::jsonb))
       insert into citizen (unit_id, kind, given_name, family_name, legal_name, birth_date, sex, language, municipality, zone, lat, lon,
         mobile, landline, email, push_token, postal_address, consents, blocked, representative_id, carer_id, household_id, lives_alone,
         needs, attributes)
       select $1, kind, given_name, family_name, legal_name, birth_date, sex, language, municipality, zone, lat, lon,
         mobile, landline, email, push_token, postal_address, consents, blocked, representative_id, carer_id, household_id, lives_alone,
         needs, attributes from c returning id`,
      [rows[0].id, JSON.stringify(Object.fromEntries(columns))],
    );
    await database.query(
      `insert into member (run_id, partition_id, journey_id, citizen_id, entered_at, seq, vars, event)
       values (uuidv7(), 1, uuidv7(), $1, now(), $2, $3::jsonb, $4::jsonb)`,
      [inserted.rows[0].id, n, JSON.stringify(member), JSON.stringify(event)],
    );
  }
}

/** Per rule, per situation. */
async function inSql({ database }: TestDatabase, rules: Rule[], now: number): Promise<boolean[][]> {
  const parameters: unknown[] = [now / 1000];
  const scope = { citizen: 'c', member: 'm', event: 'm.event', now: 'clock.now', parameters };
  const columns = rules.map((rule) => ruleSql(ruleSchema.parse(rule), scope));
  const { rows } = await database.query({
    text: `select ${columns.map((sql, r) => `${sql} as r${r}`).join(', ')} from (select to_timestamp($1::float8)) clock (now), member m join citizen c on c.id = m.citizen_id order by m.seq`,
    values: parameters,
    rowMode: 'array',
  });
  return rules.map((_, r) => rows.map((row: boolean[]) => row[r] as boolean));
}

/** Where memory says otherwise than `found`: the first few, with all that is needed to see why. */
function disagreements(rules: Rule[], now: number, found: boolean[][]) {
  return rules
    .flatMap((rule, r) =>
      situations.map((facts, s) => ({
        rule,
        facts,
        sql: found[r]?.[s],
        memory: holds(rule, { ...facts, now, zone: 'Europe/Madrid' }),
      })),
    )
    .filter(({ sql, memory }) => sql !== memory)
    .slice(0, 3)
    .map((difference) => JSON.stringify(difference));
}
