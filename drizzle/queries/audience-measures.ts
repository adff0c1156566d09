import type { Rule } from '#engine/rule/rule.ts';
import { audienceConditionSql } from '../crowd/audience-sql.ts';
import type { Queryable } from '../database.ts';

/** An audience of one unit at `now` (epoch milliseconds), with an event in hand if its rule reads one. */
export type AudienceQuestion = { unitId: string; rule: Rule; now: number; event?: unknown };

/**
 * Something to count people by, as SQL booleans that are never null: `own` over `c` for those spoken to themselves,
 * `theirs` over `r` (their representative; a row of nulls when nobody may speak for them) for minors and the represented.
 */
export type Measure = { name: string; own: string; theirs: string };

/** How many people an audience has and for how many of them each measure holds. */
export type Measured = { total: number; counts: Record<string, number> };

/** One citizen in this many belongs to the sample: see migration 0050, whose index finds them. */
export const sampleOneIn = 64;

/**
 * Counts an audience by several measures in one pass. Adults are counted without looking for a representative: one join
 * over everybody would read every citizen twice. `sample` looks at the sample only; `carers` brings `k`, the carer.
 */
export async function audienceMeasures(
  database: Queryable,
  { unitId, rule, now, event = null }: AudienceQuestion,
  measures: readonly Measure[],
  { sample = false, carers = false } = {},
): Promise<Measured> {
  const parameters: unknown[] = [now / 1000, JSON.stringify(event)];
  const scope = { unitId, now: 'to_timestamp($1::float8)', sharedEvent: '$2::jsonb', parameters };
  const condition = audienceConditionSql(rule, scope);
  const only = sample ? ` and (uuid_hash(c.id) & ${sampleOneIn - 1}) = 0` : '';
  const carer = carers ? 'left join citizen k on k.id = c.carer_id' : '';
  const pass = (speaker: 'own' | 'theirs', from: string) =>
    `select count(*) as n${measures.map((measure, i) => `, count(*) filter (where ${measure[speaker]}) as m${i}`).join('')}
     from citizen c ${from} ${carer}
     where ${speaker === 'own' ? 'not (c.minor or c.represented)' : '(c.minor or c.represented)'} and ${condition}${only}`;
  const { rows } = await database.query<Record<string, number>>(
    `select sum(n)::int as n${measures.map((_, i) => `, sum(m${i})::int as m${i}`).join('')}
     from (${pass('own', '')}
           union all
           ${pass('theirs', 'left join citizen r on r.id = c.representative_id and not r.deceased and not c.protected')}) as passes
     -- named once more, for Postgres refuses a parameter that a rule without days or event leaves unnamed
     where $1::float8 is not null or $2::jsonb is not null`,
    parameters,
  );
  const row = rows[0];
  if (!row) throw new Error('An aggregate gave no row');
  const counts = Object.fromEntries(measures.map(({ name }, i) => [name, row[`m${i}`] ?? 0]));
  return { total: row['n'] ?? 0, counts };
}
