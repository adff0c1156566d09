import type { Transaction } from '../database.ts';
import { acceptancesWait } from './absorb-acceptances.ts';
import { delaySql } from './delay-sql.ts';
import type { Plan } from './plan.ts';
import { doorOutages } from './receipt-door.ts';

/**
 * `timers`: whether some member's time may have passed; when not, only the inbox is looked at. `drill`: the clock is not ours,
 * and stands while receipts are on their way.
 */
export type Page = {
  partitionId: number;
  now: number;
  drill: boolean;
  lane: number;
  size: number;
  only: string[] | null;
  timers: boolean;
};

/**
 * Step 1: who is due. Fills the temporary table `due`: members whose time has passed on the run's clock or who have an
 * unconsumed event, each with the earliest thing that happened to them (ties to the event). Returns how many.
 */
export async function findDue(tx: Transaction, plan: Plan, page: Page): Promise<number> {
  const { partitionId, now, size, only, timers } = page;
  const heard = await tx.query(
    `create temp table heard on commit drop as
     select distinct on (member_id) member_id, id, type, node, visit, data, at from inbox
     where partition_id = $1 and at <= cauce_at($2) and ($4::uuid[] is null or member_id = any($4))
     order by member_id, at, id limit $3`,
    [partitionId, now, size, only],
  );
  if (heard.rowCount === 0 && !timers) return 0;
  await tx.query('analyze heard (member_id)');
  const whole = timers || many(heard.rowCount);
  await reachMembers(tx, whole);
  const at = whole ? 'm.partition_id = $1 and' : '';
  // While nobody's time has passed, what was heard is all there is to look at.
  const { rowCount } = timers
    ? await tx.query(
        `create temp table due on commit drop as
         select ${memberColumns}, case when t.first then null else heard.id end as inbox_id, case when t.first then null else heard.data end as data,
                case when t.first then t.name end as timer, case when t.first then t.event else ${heardSql} end as event
         from member m
         left join heard on heard.member_id = m.id
         left join lateral (
           select key as name, case when key like 'enter.%' then key else 'timer.' || key end as event,
                  heard.id is null or cauce_ms(heard.at) > value::bigint as first
           from jsonb_each_text(m.timers)
           where m.status = 'active' and m.due_at <= cauce_at($2) and value::bigint <= $2
           order by value::bigint, key collate "C" limit 1) t on true
         where ${at} (heard.id is not null or m.due_at <= cauce_at($2) and m.status = 'active' and ($4::uuid[] is null or m.id = any($4)))
         limit $3`,
        [partitionId, now, size, only],
      )
    : await tx.query(
        `create temp table due on commit drop as
         select ${memberColumns}, heard.id as inbox_id, heard.data, null::text as timer, ${heardSql} as event
         from heard join member m on ${at} m.id = heard.member_id where $1::int is not null`,
        [partitionId],
      );
  await reachMembers(tx, false);
  if (!rowCount) return 0;
  if (timers) await postponeRungs(tx, plan, page);
  await renewDates(tx, plan);
  const { rows } = await tx.query<{ n: number }>('select count(*)::int as n from due');
  return rows[0]!.n;
}

/** What a move needs of a member, over `m`. */
const memberColumns =
  'm.id, m.citizen_id, m.state, m.status, m.seq, m.vars, m.timers, m.visits, m.event as entered_with';

/** Whether so many of a partition are meant that its members are best read together, as they stand on disk, and not one by one. */
export const many = (people: number | null) => (people ?? 0) >= 1_000;

/**
 * Has the next statements join members by reading the `whole` partition once. The planner cannot choose by itself: what it
 * knows of a crowd that has just entered is always old, and a join in circles over a page takes minutes.
 */
export async function reachMembers(tx: Transaction, whole: boolean): Promise<void> {
  await tx.query(`set local enable_nestloop = ${whole ? 'off' : 'on'}`);
}

/** What the machine is told of what was heard, over `m` and `heard`: an older visit's news moves nobody. */
const heardSql = `case when m.status in ('finished', 'stopped') then 'gone'
  when heard.visit <> coalesce((m.visits ->> heard.node)::int, 0) then 'stale'
  when m.status = 'attention' then 'parked ' || heard.type
  else heard.type end`;

/**
 * A rung's limit is looked at again when due: it counts from acceptance, which nobody told the member about. Accepted
 * in time: the limit moves to acceptance + answer, and by as long as no receipt could come in meanwhile, in an emergency at
 * most by once its own length. Not accepted yet: it waits until the leaving limit or the expiry. While receipts wait that
 * came before the limit, nobody is left: one of them may be theirs.
 */
async function postponeRungs(tx: Transaction, plan: Plan, { now, drill, lane }: Page) {
  const rungs = Object.entries(plan.compiled.delays).flatMap(([timer, delay]) =>
    delay.wait === 'rung'
      ? [{ timer, node: delay.node, rung: delay.rung, leave_ms: delay.leaveMs, answer_ms: delay.answerMs }]
      : [],
  );
  if (rungs.length === 0) return;
  const kept = await findKept(tx, rungs);
  const longest = Math.max(...rungs.map(({ answer_ms }) => answer_ms));
  const outages = drill ? [] : await doorOutages(tx, now - 2 * longest);
  await tx.query(
    `with again as (
       select m.id, m.timer, case
         when acceptance.at is not null then greatest(
           cauce_ms(acceptance.at) + r.answer_ms ${outages.length === 0 ? '' : `+ ${outageSql(lane)}`},
           case when not $3::boolean and unheard.since <= (m.timers ->> m.timer)::bigint then $2::bigint + 1000 end)
         when x.status in ('queued', 'claimed', 'uncertain')
           then least(coalesce(cauce_ms(x.queued_at) + r.leave_ms, cauce_ms(x.expires_at)), $2::bigint + greatest(r.answer_ms, 60000))
         end as next
       from due m
       join jsonb_to_recordset($1) as r(timer text, node text, rung text, leave_ms bigint, answer_ms bigint) on r.timer = m.timer
       join message x on x.id = cauce_caused_id(m.id, r.node, (m.visits ->> r.node)::int, r.rung)
       ${kept ? 'left join kept on kept.message_id = x.id' : ''}
       cross join lateral (select ${kept ? 'coalesce(x.accepted_at, kept.accepted_at)' : 'x.accepted_at'} as at) acceptance
       cross join (select cauce_ms(min(due_at)) as since from receipt) unheard),
     moved as (
       update member m set timers = n.timers, due_at = cauce_due(n.timers)
       from (select again.id, m.timers || jsonb_build_object(again.timer, again.next) as timers
             from again join member m on m.id = again.id where again.next > $2::bigint) n
       where m.id = n.id returning m.id)
     delete from due using moved where due.id = moved.id`,
    [JSON.stringify(rungs), now, drill, ...(outages.length === 0 ? [] : [JSON.stringify(outages)])],
  );
}

/** Fills the temporary table `kept`: acceptances of the due people's rungs that no message is marked with yet. False when there is none. */
async function findKept(tx: Transaction, rungs: { timer: string; node: string; rung: string }[]): Promise<boolean> {
  if (!(await acceptancesWait(tx))) return false;
  // Looked through once, with a table of the few that are asked for beside it.
  await tx.query(
    `create temp table kept on commit drop as
     with wanted as materialized (
       select cauce_caused_id(m.id, r.node, (m.visits ->> r.node)::int, r.rung) as id
       from due m join jsonb_to_recordset($1) as r(timer text, node text, rung text) on r.timer = m.timer)
     select message_id, accepted_at from kept_acceptance where message_id in (select id from wanted)`,
    [JSON.stringify(rungs)],
  );
  return true;
}

/** How long, ms, no receipt of a message could come in since its `acceptance`; `$4` are the outages. */
function outageSql(lane: number): string {
  const missed = `coalesce((select sum(o.until - greatest(o.from, cauce_ms(acceptance.at)))::bigint
    from jsonb_to_recordset($4) as o("from" bigint, until bigint) where o.until > cauce_ms(acceptance.at)), 0)`;
  return lane === 0 ? `least(${missed}, r.answer_ms)` : missed;
}

/** A timer until a date of theirs is computed anew when that date may have been written, before anything is decided. */
async function renewDates(tx: Transaction, plan: Plan) {
  const dates = Object.entries(plan.compiled.delays).filter(([, { wait }]) => wait === 'until');
  for (const [timer, delay] of dates) {
    const parameters: unknown[] = [timer];
    const scope = { citizen: 'c', now: 'clock_timestamp()', parameters };
    await tx.query(
      `with renewed as (
         update due set timers = n.timers
         from (
           select a.id, a.timers || jsonb_build_object($1::text, cauce_known(${delaySql(delay, plan.journey.seat, scope)}, $1::text)) as timers
           from due a join citizen c on c.id = a.citizen_id
           where a.event = 'attribute.changed' and a.timers ? $1::text) n
         where due.id = n.id returning due.id, due.timers)
       update member m set timers = r.timers, due_at = cauce_due(r.timers) from renewed r where m.id = r.id`,
      parameters,
    );
  }
}
