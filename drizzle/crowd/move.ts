import type { Write } from '#engine/write.ts';
import type { Transaction } from '../database.ts';
import type { Answer } from './answers.ts';
import { delaySql } from './delay-sql.ts';
import { factSql } from './fact-sql.ts';
import type { Errand } from './perform.ts';
import type { Plan } from './plan.ts';
import { bind, type RuleScope } from './rule-scope.ts';

/**
 * Step 4: moves everyone as their situation's decision says, and appends the log. A fixed number of statements however
 * many situations there are. Members whose timer cannot be computed stay out: they are returned for attention.
 */
export async function moveMembers(
  tx: Transaction,
  plan: Plan,
  answers: Answer[],
  { runId, partitionId, now }: Pick<Errand, 'runId' | 'partitionId' | 'now'>,
): Promise<void> {
  await tx.query(
    `create temp table answer on commit drop as
     select * from jsonb_to_recordset($1) as a(sit int, decision_id int, next text, moves boolean, logs boolean, status text,
       outcome text, parks boolean, clears text[], armed jsonb, armed_due bigint, later text[], visits text[], first_visits jsonb, sets text[])`,
    [JSON.stringify(answers)],
  );
  const later = [...new Set(answers.flatMap((answer) => answer.later))];
  const sets = [...new Set(answers.flatMap((answer) => answer.sets))];
  const parameters: unknown[] = [now];
  const scope: RuleScope = { citizen: 'c', now: 'cauce_at($1::bigint)', parameters };
  const laterSql = later
    .map(
      (timer) => `case when ${bind(scope, timer, 'text')} = any(n.later)
       then jsonb_build_object(${bind(scope, timer, 'text')}, cauce_known(${delaySql(plan.compiled.delays[timer]!, plan.journey.seat, scope)}, ${bind(scope, timer, 'text')})) else '{}'::jsonb end`,
    )
    .join(' || ');
  const varsSql = sets
    .map(
      (node) =>
        `case when ${bind(scope, node, 'text')} = any(n.sets) then ${setSql(plan, node, scope)} else '{}'::jsonb end`,
    )
    .join(' || ');
  // Most people keep no other timer: then their due time is known for the whole situation.
  const dueSql = `case when next.status <> 'active' then null
    when next.kept = '{}'::jsonb ${later.length > 0 ? 'and false' : ''} then cauce_at(next.armed_due) else cauce_due(next.timers) end`;
  const needsCitizen = later.length > 0 || sets.length > 0;
  await tx.query(
    `with next as (
       select a.id, n.next, n.status, n.outcome, n.moves or n.logs as counts, k.kept, n.armed_due,
         case when n.status <> 'active' then '{}'::jsonb else k.kept || n.armed ${laterSql ? `|| ${laterSql}` : ''} end as timers,
         case when cardinality(n.visits) = 0 then a.visits
              when a.visits = '{}'::jsonb then n.first_visits
              else a.visits || (select jsonb_object_agg(v, coalesce((a.visits ->> v)::int, 0) + 1) from unnest(n.visits) v) end as visits,
         a.vars ${varsSql ? `|| ${varsSql}` : ''} as vars
       from asked a
       join answer n on n.sit = a.sit
       cross join lateral (select a.timers - n.clears - coalesce(a.timer, '') as kept offset 0) k
       ${needsCitizen ? 'join citizen c on c.id = a.citizen_id' : ''}
       where (n.moves or n.logs or a.timer is not null) and a.event not in ('gone', 'stale') and not n.parks and $1::bigint is not null)
     update member m
     set state = next.next, status = next.status, outcome = coalesce(next.outcome, m.outcome), seq = m.seq + next.counts::int,
         timers = next.timers, due_at = ${dueSql}, visits = next.visits, vars = next.vars
     from next where m.id = next.id`,
    parameters,
  );
  await tx.query(
    `insert into log (member_id, seq, run_id, at, decision_id, note, data)
     select a.id, a.seq + 1, $2, cauce_at($1), n.decision_id,
            case when a.event like 'event.%' then a.event end,
            case when a.event not like 'receipt.%' then a.data end
     from asked a join answer n on n.sit = a.sit
     where n.moves or n.logs`,
    [now, runId],
  );
  if (answers.some(({ parks }) => parks))
    await tx.query(
      `update inbox i set partition_id = 0 from asked a join answer n on n.sit = a.sit and n.parks
       where i.partition_id = $1 and i.member_id = a.id and i.id = a.inbox_id`,
      [partitionId],
    );
  if (answers.some(({ status }) => status !== 'active'))
    await tx.query(
      `delete from attention t using asked a join answer n on n.sit = a.sit and n.status <> 'active'
       where a.event like 'parked %' and t.member_id = a.id`,
    );
  await tx.query(
    `delete from inbox i using asked a where i.partition_id = $1 and i.member_id = a.id and i.id = a.inbox_id`,
    [partitionId],
  );
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
