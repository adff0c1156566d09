import type { Transaction } from '../database.ts';
import { delaySql } from './delay-sql.ts';
import type { Plan } from './plan.ts';

/** `timers`: whether some member's time may have passed; when not, only the inbox is looked at. */
export type Page = { partitionId: number; now: number; size: number; only: string[] | null; timers: boolean };

/**
 * Step 1: who is due. Fills the temporary table `due`: members whose time has passed on the run's clock or who have an
 * unconsumed event, each with the earliest thing that happened to them (ties to the event). Returns how many.
 */
export async function findDue(tx: Transaction, plan: Plan, page: Page): Promise<number> {
  const { partitionId, now, size, only, timers } = page;
  const heard = await tx.query(
    `create temp table heard on commit drop as
     select distinct on (member_id) member_id, id, type, node, visit, at from inbox
     where partition_id = $1 and at <= cauce_at($2) and ($4::uuid[] is null or member_id = any($4))
     order by member_id, at, id limit $3`,
    [partitionId, now, size, only],
  );
  if (heard.rowCount === 0 && !timers) return 0;
  await tx.query('analyze heard (member_id)');
  // While nobody's time has passed, what was heard is all there is to look at.
  const { rowCount } = timers
    ? await tx.query(
        `create temp table due on commit drop as
         with ids as (
           (select member_id as id from heard)
           union
           (select id from member where partition_id = $1 and due_at <= cauce_at($2) and status = 'active'
              and ($4::uuid[] is null or id = any($4)) limit $3))
         select m.id, m.state, m.status, case when t.first then null else heard.id end as inbox_id, case when t.first then t.name end as timer,
                case when t.first then t.event else ${heardSql} end as event
         from ids
         join member m on m.partition_id = $1 and m.id = ids.id
         left join heard on heard.member_id = m.id
         left join lateral (
           select key as name, case when key like 'enter.%' then key else 'timer.' || key end as event,
                  m.status not in ('finished', 'stopped') and (heard.id is null or cauce_ms(heard.at) > value::bigint) as first
           from jsonb_each_text(m.timers)
           where m.status = 'active' and value::bigint <= $2 order by value::bigint, key collate "C" limit 1) t on true`,
        [partitionId, now, size, only],
      )
    : await tx.query(
        `create temp table due on commit drop as
         select m.id, m.state, m.status, heard.id as inbox_id, null::text as timer, ${heardSql} as event
         from heard join member m on m.partition_id = $1 and m.id = heard.member_id`,
        [partitionId],
      );
  if (!rowCount) return 0;
  if (timers) await postponeRungs(tx, plan, now);
  await renewDates(tx, plan);
  const { rows } = await tx.query<{ n: number }>('select count(*)::int as n from due');
  return rows[0]!.n;
}

/** What the machine is told of what was heard, over `m` and `heard`: an older visit's news moves nobody. */
const heardSql = `case when m.status in ('finished', 'stopped') then 'gone'
  when heard.visit <> coalesce((m.visits ->> heard.node)::int, 0) then 'stale'
  when m.status = 'attention' then 'parked ' || heard.type
  else heard.type end`;

/**
 * A rung's limit is looked at again when due: it counts from acceptance, which nobody told the member about. Accepted
 * in time: the limit moves to acceptance + answer. Not accepted yet: it waits until the leaving limit or the expiry.
 */
async function postponeRungs(tx: Transaction, plan: Plan, now: number) {
  const rungs = Object.entries(plan.compiled.delays).flatMap(([timer, delay]) =>
    delay.wait === 'rung'
      ? [{ timer, node: delay.node, rung: delay.rung, leave_ms: delay.leaveMs, answer_ms: delay.answerMs }]
      : [],
  );
  if (rungs.length === 0) return;
  await tx.query(
    `with again as (
       select due.id, due.timer, case
         when x.accepted_at is not null then cauce_ms(x.accepted_at) + r.answer_ms
         when x.status in ('queued', 'claimed', 'uncertain')
           then least(coalesce(cauce_ms(x.queued_at) + r.leave_ms, cauce_ms(x.expires_at)), $2 + greatest(r.answer_ms, 60000))
         end as next
       from due
       join member m on m.id = due.id
       join jsonb_to_recordset($1) as r(timer text, node text, rung text, leave_ms bigint, answer_ms bigint) on r.timer = due.timer
       join message x on x.id = cauce_caused_id(due.id, r.node, (m.visits ->> r.node)::int, r.rung)),
     moved as (
       update member m set timers = n.timers, due_at = cauce_due(n.timers)
       from (select again.id, m.timers || jsonb_build_object(again.timer, again.next) as timers
             from again join member m on m.id = again.id where again.next > $2) n
       where m.id = n.id returning m.id)
     delete from due using moved where due.id = moved.id`,
    [JSON.stringify(rungs), now],
  );
}

/** A timer until a date of theirs is computed anew when that date may have been written, before anything is decided. */
async function renewDates(tx: Transaction, plan: Plan) {
  const dates = Object.entries(plan.compiled.delays).filter(([, { wait }]) => wait === 'until');
  for (const [timer, delay] of dates) {
    const parameters: unknown[] = [timer];
    const scope = { citizen: 'c', now: 'clock_timestamp()', parameters };
    await tx.query(
      `update member m set timers = n.timers, due_at = cauce_due(n.timers)
       from (
         select a.id, a.timers || jsonb_build_object($1::text, cauce_known(${delaySql(delay, plan.journey.seat, scope)}, $1::text)) as timers
         from due join member a on a.id = due.id join citizen c on c.id = a.citizen_id
         where due.event = 'attribute.changed' and a.timers ? $1::text) n
       where m.id = n.id`,
      parameters,
    );
  }
}
