import type { Write } from '#engine/write.ts';
import type { Answer } from './answers.ts';
import { delaySql } from './delay-sql.ts';
import { factSql } from './fact-sql.ts';
import type { Plan } from './plan.ts';
import { bind, type RuleScope } from './rule-scope.ts';

/** What a member is after their decision: a select over `asked` and `answer`, with its parameters; `$1` is the page's now. */
export type Next = { sql: string; parameters: unknown[] };

/**
 * How everyone in `asked` stands after the decision of their situation (rows of `answer`): id, next, status, outcome, steps
 * (0 or 1 for the log), timers, due_at, visits, vars. Raises where somebody's timer cannot be computed.
 */
export function nextSql(plan: Plan, answers: Answer[], now: number): Next {
  const later = [...new Set(answers.flatMap((answer) => answer.later))];
  const sets = [...new Set(answers.flatMap((answer) => answer.sets))];
  const parameters: unknown[] = [now];
  const scope: RuleScope = { citizen: 'c', now: 'cauce_at($1::bigint)', parameters };
  const laterSql = later.map((timer) => {
    const name = bind(scope, timer, 'text');
    const due = delaySql(plan.compiled.delays[timer]!, plan.journey.seat, scope);
    return ` || case when ${name} = any(n.later) then jsonb_build_object(${name}, cauce_known(${due}, ${name})) else '{}'::jsonb end`;
  });
  const varsSql = sets.map(
    (node) =>
      ` || case when ${bind(scope, node, 'text')} = any(n.sets) then ${setSql(plan, node, scope)} else '{}'::jsonb end`,
  );
  // Most people keep no other timer: then their due time is known for the whole situation.
  const sameForAll = later.length === 0 ? `when kept = '{}'::jsonb then cauce_at(armed_due)` : '';
  const needsCitizen = later.length > 0 || sets.length > 0;
  const sql = `
    select id, citizen_id, next, status, outcome, steps, timers, visits, vars,
      case when status <> 'active' then null ${sameForAll} else cauce_due(timers) end as due_at
    from (
      select a.id, a.citizen_id, n.next, n.status, n.outcome, (n.moves or n.logs)::int as steps, k.kept, n.armed_due,
        case when n.status <> 'active' then '{}'::jsonb when k.kept = '{}'::jsonb then n.armed else k.kept || n.armed end${laterSql.join('')} as timers,
        case when cardinality(n.visits) = 0 then a.visits
             when a.visits = '{}'::jsonb then n.first_visits
             else a.visits || (select jsonb_object_agg(v, coalesce((a.visits ->> v)::int, 0) + 1) from unnest(n.visits) v) end as visits,
        a.vars${varsSql.join('')} as vars
      from asked a
      join answer n on n.sit = a.sit
      cross join lateral (select a.timers - n.clears - coalesce(a.timer, '') as kept offset 0) k
      ${needsCitizen ? 'join citizen c on c.id = a.citizen_id' : ''}
      where (n.moves or n.logs or a.timer is not null) and a.event not in ('gone', 'stale') and not n.parks
        and $1::bigint is not null
      offset 0) moved`;
  return { sql, parameters };
}

/** What a `set`, or an answer kept by `ask` or `call`, writes: a jsonb object over `a` (row of `asked`) and `c`. */
function setSql(plan: Plan, node: string, scope: RuleScope): string {
  const writes = plan.compiled.writes[node] ?? [];
  // A service's answer was cut to the values that are written when it came in.
  if (writes.some((write) => write.from === 'answer' && write.at !== null))
    return `coalesce(a.data -> 'vars', '{}'::jsonb)`;
  return (
    writes
      .map((write) => `jsonb_build_object(${bind(scope, write.variable, 'text')}, ${valueSql(write, scope)})`)
      .join(' || ') || `'{}'::jsonb`
  );
}

function valueSql(write: Write, scope: RuleScope): string {
  switch (write.from) {
    case 'value':
      return bind(scope, JSON.stringify(write.value), 'jsonb');
    case 'fact':
      return `coalesce(${factSql(write.fact)}, 'null')`;
    case 'sum':
      return `coalesce(cauce_number(a.vars -> ${bind(scope, write.variable, 'text')}), 0) + ${bind(scope, write.plus, 'float8')}`;
    case 'answer':
      return `coalesce(a.data -> 'answer', 'null')`;
  }
}
