import { escapeLiteral } from 'pg';
import type { Rule } from '#engine/rule/rule.ts';
import type { Transaction } from '../database.ts';
import { audienceConditionSql } from './audience-sql.ts';
import type { Plan } from './plan.ts';
import { bind } from './rule-scope.ts';
import { type CrowdSituation, situationSql, situationsIn } from './situations.ts';

/** The next page of an audience: who enters through which trigger, after whom, and under which key nobody may be inside yet. */
export type EntryPage = {
  runId: string;
  unitId: string;
  journeyId: string;
  audience: Rule;
  trigger: string;
  after: string | null;
  size: number;
  now: number;
  /** Set where citizens may already be inside under this key, from another run. */
  keptOutBy: string | null;
};
export type Entrants = { read: number; last: string | null; situations: CrowdSituation[] };

/**
 * Lays out as `asked`, a temporary view, the citizens who are about to enter, as if they stood at the beginning already, each
 * with their situation there: they are then decided about and written once, where they come to stand.
 */
export async function askEntrants(tx: Transaction, plan: Plan, page: EntryPage): Promise<Entrants> {
  const event = `enter.${page.trigger}`;
  const parameters: unknown[] = [page.now, page.runId, page.after, page.size];
  const known = { sharedEvent: '(select event from run where id = $2)', now: 'cauce_at($1::bigint)', parameters };
  const scope = { ...known, citizen: 'c', member: 'm', seed: plan.journey.slug };
  const standings = [{ state: 'enter', event }];
  const { sql, joins } = situationSql(plan, standings, '0', scope);
  const outside =
    page.keptOutBy === null
      ? ''
      : `and not exists (select from member inside where inside.citizen_id = c.id
           and inside.journey_id = ${bind(scope, page.journeyId, 'uuid')} and inside.entry_key = ${bind(scope, page.keptOutBy, 'text')})`;
  // Whoever speaks for somebody is looked up one by one, so that the crowd stays in the order of its ids: what is written
  // about neighbours then lies together, in every table and index.
  await tx.query('set local enable_mergejoin = off; set local enable_hashjoin = off');
  await tx.query(
    `create temp table entrant on commit drop as
     select uuidv7() as id, c.id as citizen_id, ${sql} as sit
     from (
       select * from citizen c
       where ($3::uuid is null or c.id > $3) and ${audienceConditionSql(page.audience, { ...known, unitId: page.unitId })} ${outside}
       order by c.id limit $4) c
     cross join (select null::uuid as id, '{}'::jsonb as vars) m
     ${joins}
     where $1::bigint is not null and $2::uuid is not null`,
    parameters,
  );
  await tx.query('set local enable_mergejoin = on; set local enable_hashjoin = on');
  await tx.query(asEntrants(event, page.now));
  const situations = await situationsIn(tx, plan, standings, 'entrant');
  const { rows } = await tx.query<{ last: string }>('select citizen_id as last from asked order by 1 desc limit 1');
  const read = situations.reduce((sum, { people }) => sum + people, 0);
  return { read, last: rows[0]?.last ?? null, situations };
}

/**
 * What all who enter have in common, as constants of a view and not in each of their rows: the planner then works out once
 * what follows from it. The view goes with its table at the end of the transaction.
 */
function asEntrants(event: string, now: number): string {
  const here = escapeLiteral(event);
  const timers = escapeLiteral(JSON.stringify({ [event]: now }));
  return `create temp view asked as
    select id, citizen_id, 0 as seq, '{}'::jsonb as vars, ${timers}::jsonb as timers, '{}'::jsonb as visits, 'enter'::text as state,
           ${here}::text as event, ${here}::text as timer, null::bigint as inbox_id, null::jsonb as data, sit
    from entrant`;
}
