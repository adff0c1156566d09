import type { Transaction } from '../database.ts';
import type { Ask, Asks } from './answers.ts';
import { causedIdSql } from './caused-id-sql.ts';
import { delaySql } from './delay-sql.ts';
import { layOutPages } from './lay-out-pages.ts';
import type { Plan } from './plan.ts';
import { bind, type RuleScope } from './rule-scope.ts';

/** Where the page's work belongs. */
export type Errand = {
  runId: string;
  partitionId: number;
  unitId: string;
  mode: 'live' | 'drill';
  lane: number;
  now: number;
  /** They enter: `asked` has them in the order of their ids. */
  entering?: true;
};
/** By how much a counter changed. */
export type Counted = { name: string; n: number };

/** Step 4, outward: messages to queue or withdraw, tasks and calls to open or take back, for everyone in `asked`. */
export async function performAsks(tx: Transaction, plan: Plan, asks: Asks, errand: Errand): Promise<Counted[]> {
  const counted: Counted[] = [];
  if (asks.withdraw.length > 0) counted.push(...(await withdraw(tx, asks.withdraw, errand.now)));
  if (asks.untask.length > 0)
    counted.push({ name: 'task:open', n: -(await takeBack(tx, 'task', asks.untask, errand.now)) });
  if (asks.uncall.length > 0) await takeBack(tx, 'call', asks.uncall, errand.now);
  if (asks.send.length > 0) counted.push(...(await queueMessages(tx, plan, asks.send, errand)));
  if (asks.task.length > 0) counted.push({ name: 'task:open', n: await openTasks(tx, plan, asks.task, errand) });
  if (asks.call.length > 0) await queueCalls(tx, plan, asks.call, errand);
  return counted;
}

const visitSql = `coalesce((a.visits ->> s.node)::int, 0) + s.raised`;

async function withdraw(tx: Transaction, asks: Ask[], now: number): Promise<Counted[]> {
  const counted: Counted[] = [];
  await layOutPages(tx, heldByPage, [JSON.stringify(asks)]);
  // While we wait for a row, a hold may move it to a later time, where this statement cannot see it: then look once more.
  for (let missed = true; missed; ) {
    const { rows } = await tx.query<Counted>(withdrawSql, [JSON.stringify(asks), now]);
    missed = rows.some(({ name, n }) => name === 'missed' && n > 0);
    counted.push(...rows.filter(({ name }) => name !== 'missed'));
  }
  return counted;
}

/** The pages that hold one of the messages to be withdrawn. */
const heldByPage = `
  select distinct q.ctid as place from outbox q cross join unnest(q.message_ids) as held(id)
  where q.message_ids is not null and held.id in (
    select ${causedIdSql('a.id', 's.node', visitSql, 's.rung')}
    from asked a join jsonb_to_recordset($1) as s(sit text, node text, rung text, raised int) on s.sit = a.sit)`;

const keyOfRow =
  'o.account_id = m.account_id and o.lane = m.lane and o.run_id = m.run_id and o.not_before = m.not_before and o.message_id = m.id and o.message_ids is null';
// Ordered, so that a receipt's transaction and this one never wait for each other in a circle.
const withdrawSql = `
  with wanted as materialized (
    select m.id, m.account_id, m.lane, m.run_id, m.not_before
    from asked a join jsonb_to_recordset($1) as s(sit text, node text, rung text, raised int) on s.sit = a.sit
    join message m on m.id = ${causedIdSql('a.id', 's.node', visitSql, 's.rung')} and m.status = 'queued'
    where exists (select from outbox o where ${keyOfRow})),
  gone as (select o.ctid as place from wanted m join outbox o on ${keyOfRow} order by m.id for update of o),
  out as (delete from outbox using gone where outbox.ctid = gone.place returning message_id),
  taken as (update message m set status = 'withdrawn', done_at = cauce_at($2) from out where m.id = out.message_id returning m.channel)
  select 'message:' || channel || ':withdrawn' as name, count(*)::int as n from taken group by 1
  union all select 'message:' || channel || ':queued', -count(*)::int from taken group by 1
  union all select 'missed', ((select count(*) from wanted) - (select count(*) from taken))::int`;

async function takeBack(tx: Transaction, table: 'task' | 'call', asks: Ask[], now: number): Promise<number> {
  const set = table === 'task' ? `status = 'cancelled', done_at = cauce_at($2)` : `status = 'withdrawn'`;
  const { rowCount } = await tx.query(
    `update ${table} t set ${set}
     from asked a join jsonb_to_recordset($1) as s(sit text, node text, rung text, raised int) on s.sit = a.sit
     where t.id = ${causedIdSql('a.id', 's.node', visitSql, `''`)} and t.status = '${table === 'task' ? 'open' : 'queued'}'
       and $2::bigint is not null`,
    [JSON.stringify(asks), now],
  );
  return rowCount ?? 0;
}

type Share = { channel: string; id: number; low: number; high: number };

/**
 * Shares of one channel's accounts as spans of [0, 65536): who falls where is fixed by the member's id. Where none is active,
 * what is to be said waits with those that are paused or down: a pause loses nobody.
 */
async function sharesOf(tx: Transaction, { unitId, mode }: Errand): Promise<Share[]> {
  const { rows } = await tx.query<Share>(
    `with usable as (
       select channel, id, weight, status = 'active' as active, bool_or(status = 'active') over (partition by channel) as any_active
       from account
       where unit_id = $1 and weight > 0 and (mode = 'sandbox' or $2 = 'live')
         and current_date between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity'))
     select channel, id, ((sum(weight) over w - weight) * 65536 / sum(weight) over c)::int as low,
            (sum(weight) over w * 65536 / sum(weight) over c)::int as high
     from usable where active or not any_active
     window c as (partition by channel), w as (partition by channel order by id)`,
    [unitId, mode],
  );
  return rows;
}

async function queueMessages(tx: Transaction, plan: Plan, asks: Ask[], errand: Errand): Promise<Counted[]> {
  const shares = await sharesOf(tx, errand);
  const shared = shares.some(({ low }) => low > 0);
  const rows = asks.map((ask) => {
    const send = plan.compiled.sends[`${ask.node}.${ask.rung}`]!;
    return { ...ask, channel: send.channel, class: send.class, carer: send.to === 'carer', expires_ms: send.expiresMs };
  });
  const served = new Set(shares.map(({ channel }) => channel));
  const { runId, partitionId, mode, lane, now, entering } = errand;
  const inPages = entering && mode === 'live' && lane === 0;
  const inserted = await tx.query<Counted>(
    `with made as (
       insert into message (id, run_id, partition_id, member_id, citizen_id, node, visit, rung, channel, to_carer, account_id, lane,
         class, status, reason, not_before, expires_at, queued_at)
       select ${causedIdSql('a.id', 's.node', 'v.visit', 's.rung')}, $2, $3, a.id, a.citizen_id, s.node, v.visit, s.rung, s.channel, s.carer,
         coalesce(x.id, 0), $5, s.class, case when x.id is null then 'failed' else 'queued' end::message_status,
         case when x.id is null then 'no-account' end, cauce_at($6),
         least(cauce_at($6) + s.expires_ms * interval '1 millisecond', run.expires_at), cauce_at($6)
       from asked a
       join jsonb_to_recordset($1) as s(sit text, node text, rung text, raised int, channel text, class text, carer boolean, expires_ms float8)
         on s.sit = a.sit
       join run on run.id = $2
       cross join lateral (select ${visitSql} as visit) v
       left join jsonb_to_recordset($4) as x(channel text, id int, low int, high int) on x.channel = s.channel
         ${shared ? 'and uuid_hash(a.id) & 65535 >= x.low and uuid_hash(a.id) & 65535 < x.high' : ''}
       ${entering ? '' : 'order by a.id'}
       returning id, channel, status, account_id, member_id, node, visit, rung),
     pending as (${inPages ? pagesSql : singlesSql})
     ${rows.every(({ channel }) => served.has(channel)) ? '' : noAccountSql}
     select 'message:' || channel || ':' || status as name, count(*)::int as n from made group by channel, status`,
    [JSON.stringify(rows), runId, partitionId, JSON.stringify(shares), lane, now],
  );
  return inserted.rows;
}

const singlesSql = `
       insert into outbox (account_id, lane, run_id, not_before, message_id)
       select account_id, $5, $2, cauce_at($6), id from made where status = 'queued'`;

/** As many as a claim takes at most. */
const pageSize = 2_000;

const pagesSql = `
       insert into outbox (account_id, lane, run_id, not_before, message_id, message_ids)
       select account_id, $5, $2, cauce_at($6), (array_agg(id order by id))[1], array_agg(id order by id)
       from (select id, account_id, row_number() over (partition by account_id) - 1 as place from made where status = 'queued') waiting
       group by account_id, place / ${pageSize}`;

/** Whom no account can reach hears of it at once. */
const noAccountSql = `, refused as (
       insert into inbox (partition_id, member_id, type, message_id, node, visit, data, at)
       select $3, member_id, 'receipt.' || node || '.' || rung || '.failed', id, node, visit, '{"reason": "no-account"}', cauce_at($6)
       from made where status = 'failed')`;

async function openTasks(tx: Transaction, plan: Plan, asks: Ask[], errand: Errand): Promise<number> {
  const rows = asks.map((ask) => ({
    ...ask,
    ...plan.compiled.tasks[ask.node]!,
  }));
  const parameters: unknown[] = [JSON.stringify(rows), errand.runId, errand.partitionId, errand.now];
  const scope: RuleScope = { citizen: 'c', now: 'cauce_at($4::bigint)', parameters };
  const due = [...new Map(rows.map((row) => [row.node, row.hours]))]
    .map(
      ([node, hours]) =>
        `when ${bind(scope, node, 'text')} then ${delaySql({ wait: 'working-hours', hours }, plan.journey.seat, scope)}`,
    )
    .join(' ');
  const { rowCount } = await tx.query(
    `insert into task (id, run_id, partition_id, member_id, citizen_id, node, visit, skill, title, detail, due_at, created_at)
     select ${causedIdSql('a.id', 's.node', 'v.visit', `''`)}, $2, $3, a.id, a.citizen_id, s.node, v.visit, s.skill, s.title,
       coalesce(a.data, '{}'), cauce_at(case s.node ${due} end), cauce_at($4)
     from asked a
     join jsonb_to_recordset($1) as s(sit text, node text, raised int, title text, skill text) on s.sit = a.sit
     join citizen c on c.id = a.citizen_id
     cross join lateral (select ${visitSql} as visit) v`,
    parameters,
  );
  return rowCount ?? 0;
}

async function queueCalls(tx: Transaction, plan: Plan, asks: Ask[], errand: Errand) {
  const rows = asks.map((ask) => ({ ...ask, endpoint: plan.compiled.calls[ask.node]?.endpoint }));
  // A call without an endpoint that this run may use fails at once, like one that was refused.
  await tx.query(
    `with made as (
       insert into call (id, run_id, partition_id, member_id, citizen_id, node, visit, endpoint_id, status, created_at)
       select ${causedIdSql('a.id', 's.node', 'v.visit', `''`)}, $2, $3, a.id, a.citizen_id, s.node, v.visit, coalesce(e.id, 0),
         case when e.id is null then 'failed' else 'queued' end, cauce_at($4)
       from asked a
       join jsonb_to_recordset($1) as s(sit text, node text, raised int, endpoint text) on s.sit = a.sit
       cross join lateral (select ${visitSql} as visit) v
       left join endpoint e on e.unit_id = $5 and e.slug = s.endpoint and (e.mode = 'sandbox' or $6 = 'live')
       returning member_id, node, visit, status)
     insert into inbox (partition_id, member_id, type, node, visit, data, at)
     select $3, member_id, 'call.' || node || '.failed', node, visit, '{"reason": "no-endpoint"}', cauce_at($4) from made where status = 'failed'`,
    [JSON.stringify(rows), errand.runId, errand.partitionId, errand.now, errand.unitId, errand.mode],
  );
}
