import type { Rule } from '#engine/rule/rule.ts';
import type { Transaction } from '../database.ts';
import { audienceConditionSql } from './audience-sql.ts';
import { copyCitizensSql, copyIdSql } from './copy-citizens.ts';
import type { Plan } from './plan.ts';
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
  mode: 'live' | 'drill';
  /** Whoever is inside under this key already, from another run, stays as they are. */
  entryKey: string;
};
export type Entrants = { read: number; last: string | null; situations: CrowdSituation[] };

/**
 * Fills the temporary table `asked` with citizens who are about to enter, as if they stood at the beginning already, each
 * with their situation there: they are then decided about and written once, where they come to stand.
 */
export async function askEntrants(tx: Transaction, plan: Plan, page: EntryPage): Promise<Entrants> {
  const event = `enter.${page.trigger}`;
  const parameters: unknown[] = [page.now, page.runId, page.after, page.size, { [event]: page.now }, event];
  const known = { sharedEvent: '(select event from run where id = $2)', now: 'cauce_at($1::bigint)', parameters };
  const scope = { ...known, citizen: 'c', member: 'm', seed: plan.journey.slug };
  const standings = [{ state: 'enter', event }];
  const { sql, joins } = situationSql(plan, standings, '0', scope);
  const audience = audienceConditionSql(page.audience, { ...known, unitId: page.unitId });
  const people = `select * from citizen c where ($3::uuid is null or c.id > $3) and ${audience}`;
  const source =
    page.mode === 'drill'
      ? await copied(tx, page, people, parameters)
      : `${people} ${page.entryKey === page.runId ? '' : outsideSql(page, parameters)} order by c.id limit $4`;
  await tx.query(
    `create temp table asked on commit drop as
     select uuidv7() as id, c.id as citizen_id, coalesce(c.copy_of, c.id) as person, 0 as seq, m.vars, $5::jsonb as timers, '{}'::jsonb as visits,
            'enter'::text as state, $6::text as event, $6::text as timer, null::bigint as inbox_id, null::jsonb as data, ${sql} as sit
     from (${source}) c
     cross join (select null::uuid as id, '{}'::jsonb as vars) m
     ${joins}
     where $1::bigint is not null and $2::uuid is not null and $3::uuid is distinct from c.id and $4::int is not null`,
    parameters,
  );
  const situations = await situationsIn(tx, plan, standings);
  const { rows } = await tx.query<{ last: string }>('select person as last from asked order by 1 desc limit 1');
  const read = situations.reduce((sum, { people }) => sum + people, 0);
  return { read, last: rows[0]?.last ?? null, situations };
}

/** Makes the copies that a drill lives on, and says where they are. */
async function copied(tx: Transaction, page: EntryPage, people: string, parameters: unknown[]): Promise<string> {
  await tx.query(
    `create temp table entering on commit drop as select id from (${people}) c where $1::bigint is not null and $2::uuid is not null
       and $5::jsonb is not null and $6::text is not null order by id limit $4`,
    parameters,
  );
  await tx.query(copyCitizensSql('$1::uuid', 'select id from entering'), [page.runId]);
  return `select c.* from entering e join citizen c on c.id = ${copyIdSql('$2::uuid', 'e.id')} order by e.id`;
}

const outsideSql = (page: EntryPage, parameters: unknown[]) =>
  `and not exists (select from member inside where inside.citizen_id = c.id
     and inside.journey_id = $${parameters.push(page.journeyId)}::uuid and inside.entry_key = $${parameters.push(page.entryKey)}::text)`;
