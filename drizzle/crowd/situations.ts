import type { Compiled } from '#engine/compile.ts';
import { readable } from '#engine/readable.ts';
import type { Transaction } from '../database.ts';
import { recipientJoins } from './address-sql.ts';
import type { Plan } from './plan.ts';
import { readingSql } from './reading-sql.ts';

/** A distinct situation of the page; `sit` numbers it, `holds` are the readings that could be asked for. */
export type CrowdSituation = {
  sit: number;
  state: string;
  event: string;
  holds: Record<string, boolean>;
  people: number;
};

/**
 * Step 2: which situations. Evaluates, against fresh attributes, exactly the rules that the machine could read from each
 * (state, event), and fills the temporary table `asked`: the due members with everything a move needs, numbered by situation.
 */
export async function findSituations(tx: Transaction, plan: Plan, now: number): Promise<CrowdSituation[]> {
  await tx.query('analyze due');
  const { rows: pairs } = await tx.query<{ state: string; event: string }>(
    'select distinct state, event from due order by 1, 2',
  );
  const asked = pairs.map(({ state, event }) => readableOf(plan.compiled, state, event));
  const parameters: unknown[] = [JSON.stringify(pairs.map((pair, no) => ({ no, ...pair }))), now];
  const scope = {
    citizen: 'c',
    member: 'm',
    event: "case when due.event like '%event.%' then i.data else m.event end",
    // Not run.event: this way the area of a run's event is read once per page, not per member.
    sharedEvent: '(select event from run where id = (select o.run_id from due join member o on o.id = due.id limit 1))',
    now: 'cauce_at($2::bigint)',
    seed: plan.journey.slug,
    parameters,
  };
  const bits = asked.map((readings, no) => {
    const columns = readings.map((reading) => `(${readingSql(plan.compiled.readings[reading]!, scope)})::int::text`);
    return `when ${no} then ${columns.length === 0 ? `''` : columns.join(' || ')}`;
  });
  const speaksForOthers = asked.flat().some((reading) => plan.compiled.readings[reading]?.ask === 'reach');
  await tx.query(
    `create temp table asked on commit drop as
     select *, dense_rank() over (order by no, bits)::int as sit from (
       select m.id, m.citizen_id, m.seq, m.vars, m.timers, m.visits, due.state, due.event, due.timer, due.inbox_id,
              i.data, p.no, case p.no ${bits.join(' ')} end as bits
       from due
       join jsonb_to_recordset($1::jsonb) as p(no int, state text, event text) on p.state = due.state and p.event = due.event
       join member m on m.id = due.id
       join run on run.id = m.run_id
       join citizen c on c.id = m.citizen_id
       left join inbox i on i.partition_id = m.partition_id and i.member_id = due.id and i.id = due.inbox_id
       ${speaksForOthers ? recipientJoins : ''}
     ) as evaluated where $2::bigint is not null`,
    parameters,
  );
  await tx.query('analyze asked');
  const { rows } = await tx.query<{ sit: number; no: number; bits: string; people: number }>(
    'select sit, no, bits, count(*)::int as people from asked group by 1, 2, 3',
  );
  return rows.map(({ sit, no, bits: values, people }) => ({
    sit,
    ...pairs[no]!,
    people,
    holds: Object.fromEntries(asked[no]!.map((reading, i) => [reading, values[i] === '1'])),
  }));
}

/** Something heard by a member in attention: only a stop rule or a goal may move them. */
export const isParked = (event: string) => event.startsWith('parked ');
/** What was heard, whoever heard it. */
export const heardOf = (event: string) => (isParked(event) ? event.slice('parked '.length) : event);

/** Events that move nobody whatever the machine says: of an older visit, or for somebody who already left. */
export const movesNobody = (event: string) => event === 'stale' || event === 'gone';

const remembered = new WeakMap<Compiled, Map<string, string[]>>();

function readableOf(compiled: Compiled, state: string, event: string): string[] {
  if (movesNobody(event)) return [];
  let known = remembered.get(compiled);
  if (!known) remembered.set(compiled, (known = new Map()));
  const key = `${state} ${event}`;
  let readings = known.get(key);
  if (!readings) known.set(key, (readings = readable(compiled, state, heardOf(event))));
  return readings;
}
