import xstate from 'xstate/package.json' with { type: 'json' };
import { decide } from '#engine/decide.ts';
import type { Decision } from '#engine/effect.ts';
import type { Queryable } from '../database.ts';
import type { Plan } from './plan.ts';
import { type CrowdSituation, heardOf, isParked, movesNobody } from './situations.ts';

export type Decided = { situation: CrowdSituation; decision: Decision; decisionId: number | null };

// machine hash → 'state event bits' → decision. Bounded: forgotten whole when it grows, the table remembers.
const remembered = new Map<string, { decision: Decision; decisionId: number }>();
const most = 50_000;

/**
 * Step 3: asks XState once per situation, and remembers its answer under the readings it asked for. Decisions are true
 * whatever becomes of the page, so they are stored outside its transaction and no partition waits for another.
 */
export async function decideSituations(
  database: Queryable,
  plan: Plan,
  situations: CrowdSituation[],
): Promise<Decided[]> {
  const fresh: { situation: CrowdSituation; decision: Decision; key: string }[] = [];
  const decided: Decided[] = [];
  for (const situation of situations) {
    if (movesNobody(situation.event)) {
      decided.push({ situation, decision: { next: situation.state, effects: [], read: [] }, decisionId: null });
      continue;
    }
    const key = `${plan.hash} ${situation.state} ${situation.event} ${bitsOf(situation.holds)}`;
    const known = remembered.get(key);
    if (known) decided.push({ situation, ...known });
    else fresh.push({ situation, decision: decideOne(plan, situation), key });
  }
  if (fresh.length === 0) return decided;
  const ids = await store(database, plan.hash, fresh);
  if (remembered.size + fresh.length > most) remembered.clear();
  fresh.forEach(({ situation, decision, key }, i) => {
    const decisionId = ids[i]!;
    remembered.set(key, { decision, decisionId });
    decided.push({ situation, decision, decisionId });
  });
  return decided;
}

/** Somebody in attention is moved by a stop rule or a goal, and by nothing else. */
function decideOne(plan: Plan, situation: CrowdSituation): Decision {
  const decision = decide(plan.compiled, { ...situation, event: heardOf(situation.event) });
  const exits = /^(?:stop|goal)_/.test(decision.next);
  return isParked(situation.event) && !exits ? { ...decision, next: situation.state, effects: [] } : decision;
}

async function store(database: Queryable, machine: string, fresh: { situation: CrowdSituation; decision: Decision }[]) {
  const rows = fresh.map(({ situation, decision }, no) => ({
    no,
    state: situation.state,
    event: situation.event,
    holds: decision.read.map((reading) => `${reading}=${situation.holds[reading] ? 1 : 0}`).join(' '),
    next: decision.next,
    effects: decision.effects,
  }));
  await database.query(
    `insert into decision (machine, xstate, state, event, holds, next, effects)
     select distinct on (r.state, r.event, r.holds) $1, $2, r.state, r.event, r.holds, r.next, r.effects
     from jsonb_to_recordset($3) as r(state text, event text, holds text, next text, effects jsonb)
     order by r.state, r.event, r.holds
     on conflict do nothing`,
    [machine, xstate.version, JSON.stringify(rows)],
  );
  const found = await database.query<{ id: number }>(
    `select d.id from jsonb_to_recordset($3) as r(no int, state text, event text, holds text)
     join decision d on d.machine = $1 and d.xstate = $2 and d.state = r.state and d.event = r.event and d.holds = r.holds
     order by r.no`,
    [machine, xstate.version, JSON.stringify(rows)],
  );
  return found.rows.map(({ id }) => id);
}

const bitsOf = (holds: Record<string, boolean>) =>
  Object.keys(holds)
    .map((reading) => `${reading}${holds[reading] ? 1 : 0}`)
    .join(' ');
