import type { Compiled } from '#engine/compile.ts';
import { readable } from '#engine/readable.ts';
import type { Transaction } from '../database.ts';
import { recipientJoins } from './address-sql.ts';
import type { Plan } from './plan.ts';
import { type ReadingScope, readingSql } from './reading-sql.ts';

/** A distinct situation of the page; `sit` names it in the statements of a move, `holds` are the readings that could be asked for. */
export type CrowdSituation = {
  sit: string;
  state: string;
  event: string;
  holds: Record<string, boolean>;
  people: number;
};
/** Where somebody stands and what happened to them. */
export type Standing = { state: string; event: string };

/**
 * Step 2: which situations. Evaluates, against fresh attributes, exactly the rules that the machine could read from each
 * (state, event), and fills the temporary table `asked`: the due members with everything a move needs, each with its situation.
 */
export async function findSituations(
  tx: Transaction,
  plan: Plan,
  { runId, now }: { runId: string; now: number },
): Promise<CrowdSituation[]> {
  await tx.query('analyze due (id, citizen_id, state, event)');
  const { rows: standings } = await tx.query<Standing>('select distinct state, event from due order by 1, 2');
  const parameters: unknown[] = [JSON.stringify(standings.map((standing, no) => ({ no, ...standing }))), now, runId];
  const scope: ReadingScope = {
    citizen: 'c',
    member: 'm',
    event: "case when m.event like '%event.%' then m.data else m.entered_with end",
    sharedEvent: '(select event from run where id = $3)',
    now: 'cauce_at($2::bigint)',
    seed: plan.journey.slug,
    parameters,
  };
  const { sql, joins } = situationSql(plan, standings, 'p.no', scope);
  await tx.query(
    `create temp table asked on commit drop as
     select m.id, m.citizen_id, m.seq, m.vars, m.timers, m.visits, m.state, m.event, m.timer, m.inbox_id, m.data, ${sql} as sit
     from due m
     join jsonb_to_recordset($1::jsonb) as p(no int, state text, event text) on p.state = m.state and p.event = m.event
     join citizen c on c.id = m.citizen_id
     ${joins}
     where $2::bigint is not null and $3::uuid is not null`,
    parameters,
  );
  return situationsIn(tx, plan, standings);
}

/**
 * The name of a row's situation as SQL: the number of its standing (`no`, an expression), then a 0 or 1 for every reading
 * that the machine could ask for there. `joins` bring whoever else those readings speak of.
 */
export function situationSql(
  plan: Plan,
  standings: Standing[],
  no: string,
  scope: ReadingScope,
): { sql: string; joins: string } {
  const asked = standings.map(({ state, event }) => readableOf(plan.compiled, state, event));
  const bits = asked.map((readings, at) => {
    const columns = readings.map((reading) => `(${readingSql(plan.compiled.readings[reading]!, scope)})::int::text`);
    return `when ${at} then ${[`'${at} '`, ...columns].join(' || ')}`;
  });
  const speaksForOthers = asked.flat().some((reading) => plan.compiled.readings[reading]?.ask === 'reach');
  return { sql: `case ${no} ${bits.join(' ')} end`, joins: speaksForOthers ? recipientJoins : '' };
}

/** The situations that stand in `asked`, read back from their names; `table` is what holds its rows. */
export async function situationsIn(
  tx: Transaction,
  plan: Plan,
  standings: Standing[],
  table: 'asked' | 'entrant' = 'asked',
): Promise<CrowdSituation[]> {
  await tx.query(`analyze ${table} (id, sit)`);
  const { rows } = await tx.query<{ sit: string; people: number }>(
    'select sit, count(*)::int as people from asked group by 1',
  );
  return rows.map(({ sit, people }) => {
    const [no = '', values = ''] = sit.split(' ');
    const { state, event } = standings[Number(no)]!;
    const readings = readableOf(plan.compiled, state, event);
    const holds = Object.fromEntries(readings.map((reading, i) => [reading, values[i] === '1']));
    return { sit, state, event, people, holds };
  });
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
