import type { Compiled } from '#engine/compile.ts';
import { coreAttribute } from '#engine/rule/core-attributes.ts';
import { addressSql, recipientJoins } from './address-sql.ts';
import type { ClaimOptions, Look, Place, Run, Stretch } from './claim.ts';
import { factSql } from './fact-sql.ts';
import { otherPurposeSql } from './other-purpose-sql.ts';
import type { Plan } from './plan.ts';
import { readingSql } from './reading-sql.ts';

/** Whose claim of what: `id` is the claim's, a new one each time. */
export type ClaimWish = { id: string; accountId: number; run: Run; plan: Plan; look: Look };

/**
 * The claim of one run as one statement: picks outbox rows in order, judges each against fresh attributes, takes away those
 * that leave or never will, puts off those that are held, and keeps the ids of those that leave in one row of `claim`.
 * Its columns are those of `Row` (claim.ts), in their order: made and read by the million, each is paid for by everybody.
 */
export function claimSql({ id, accountId, run, plan, look }: ClaimWish, options: ClaimOptions) {
  const parameters: unknown[] = [accountId, run.lane, run.id, options.limit, options.accountMode, id];
  const bound = (value: unknown, type: string) => `$${parameters.push(value)}::${type}`;
  const beside = (order: '>' | '<=', place: Place | undefined) =>
    place
      ? `and (o.not_before, o.message_id) ${order} (${bound(place.notBefore, 'timestamptz')}, ${bound(place.id, 'uuid')})`
      : '';
  const paged = look === 'page';
  const { after, upTo }: Stretch = paged ? {} : look;
  const toEnd = !paged && !upTo;
  const within = `${beside('>', after)} ${beside('<=', upTo)}`;
  const shared = { sharedEvent: runEvent, now, seed: plan.journey.slug, parameters };
  const scope = { citizen: 'c', member: 'm', event: 'm.event', ...shared };
  const exits = exitRules(plan.compiled).map((reading) => readingSql(plan.compiled.readings[reading]!, scope));
  const stopped = exits.join(' or ') || 'false';
  const facts = options.factsOf(plan).map((fact, i) => ({ value: valueSql(fact), column: `fact_${i}` }));
  const factColumns = facts.map(({ column }) => `, ${column}`).join('');
  const values = facts.map(({ value, column }) => `, ${value} as ${column}`).join('');
  const asksMember = /\bm\./.test(`${stopped} ${values}`);
  const { held, joins } = holds(plan, run, bound);
  const undecided = undecidedSql(plan.compiled, run, bound);
  const lease = bound(options.leaseMs ?? 60_000, 'float8');
  const mayHold = held !== never || undecided !== 'false';
  const hold = undecided === 'false' ? held : `case when undecided then ${undecidedHold} else ${held} end`;
  const sql = `
    with clock as materialized (select cauce_now(clock_at) as now_at from run where id = $3),
    other_purpose as materialized (${otherPurposeSql(plan, bound)}),
    ${paged ? pickPageSql : pickSql(within)}
    seen as (
      select p.spot, p.not_before, x.id, x.citizen_id, x.partition_id, x.member_id, x.node, x.visit, x.rung, x.class, x.channel,
        x.expires_at, c.language, c.zone${values},
        case when x.to_carer then ${addressSql(options.channel, 'carer')} else ${addressSql(options.channel, 'citizen')} end as address,
        ${stopped} as stopped, ${leftBehindSql} as left_behind, ${undecided} as undecided,
        (x.class <> 'informative' or x.channel = any(c.consents)) as consented
      from picked p
      join message x on x.id = p.message_id
      ${asksMember ? 'join member m on m.id = x.member_id' : ''}
      join citizen c on c.id = x.citizen_id
      ${recipientJoins}),
    judged as materialized (
      select spot, case
          when stopped then 'stop-rule'
          when left_behind then 'left-behind'
          when expires_at <= ${now} then 'expired'
          when $5::text = 'live' and '${run.mode === 'drill' ? 'drill' : 'live'}' = 'drill' then 'drill-on-live-account'
          when (select found from other_purpose) then 'purpose-not-allowed'
          when address is null then 'no-address'
          ${run.team ? `when ${outsideTeam(bound(run.unit_id, 'uuid'))} then 'not-in-team'` : ''}
          when not consented then 'no-consent' end as refused,
        ${hold} as hold, not_before, id, citizen_id, node, visit, rung, class, address, language, zone, partition_id, member_id, channel${factColumns}
      from seen ${joins}),
    ${toEnd ? 'last as materialized (select not_before, id from judged order by 1 desc, 2 desc limit 1),' : ''}
    ${paged ? takePageSql : takeSql}
    ${mayHold ? putOffSql(paged) : ''}
    made as (
      insert into claim (id, account_id, run_id, message_ids, lease_until)
      select $6, $1, $3, array_agg(id order by id), clock_timestamp() + ${lease} * interval '1 millisecond'
      from judged where refused is null and hold is null having count(*) > 0)
    select id, citizen_id, node, visit, rung, class, address, language, zone,
      case when refused is not null or hold is not null then jsonb_build_object('verdict', coalesce(refused, hold ->> 'reason'),
        'held', refused is null, 'partitionId', partition_id, 'memberId', member_id, 'channel', channel) end,
      ${toEnd ? 'case when (not_before, id) = (select not_before, id from last) then not_before::text end' : 'null'}${factColumns}
    from judged`;
  return { sql, parameters };
}

/** The run's own time, read once for the whole claim. */
const now = '(select now_at from clock)';

const never = 'null::jsonb';
const undecidedHold = `jsonb_build_object('reason', 'undecided', 'until', ${now} + interval '1 second')`;

const pickSql = (within: string) => `picked as materialized (
      select o.ctid as spot, o.message_id, o.not_before from outbox o
      where o.account_id = $1 and o.lane = $2 and o.run_id = $3 and o.message_ids is null and o.not_before <= ${now} ${within}
      order by o.not_before, o.message_id limit $4
      for update of o skip locked),`;
const takeSql = `taken as (
      delete from outbox using judged j where outbox.ctid = j.spot and (j.refused is not null or j.hold is null)),`;

/** As many of the next page as may be taken; what is left of it stays a page. */
const pickPageSql = `page as materialized (
      select o.ctid as spot, o.not_before, o.message_ids from outbox o
      where o.account_id = $1 and o.lane = $2 and o.run_id = $3 and o.message_ids is not null and o.not_before <= ${now}
      order by o.not_before, o.message_id limit 1
      for update of o skip locked),
    picked as materialized (
      select page.spot, message_id, page.not_before from page cross join unnest(page.message_ids[:$4]) as message_id),`;
const takePageSql = `taken as (
      delete from outbox using page where outbox.ctid = page.spot and cardinality(page.message_ids) <= $4),
    shortened as (
      update outbox set message_id = page.message_ids[$4 + 1], message_ids = page.message_ids[$4 + 1:]
      from page where outbox.ctid = page.spot and cardinality(page.message_ids) > $4),`;

/** Those that wait go to a later place in the queue, each by itself, and say so themselves. */
const putOffSql = (paged: boolean) => `
    put_off as (
      ${
        paged
          ? `insert into outbox (account_id, lane, run_id, not_before, message_id)
      select $1, $2, $3, (j.hold ->> 'until')::timestamptz, j.id from judged j where j.refused is null and j.hold is not null`
          : `update outbox set not_before = (j.hold ->> 'until')::timestamptz
      from judged j where outbox.ctid = j.spot and j.refused is null and j.hold is not null`
      }
      returning message_id, outbox.not_before),
    told as (
      update message x set not_before = put_off.not_before from put_off where x.id = put_off.message_id),`;

/** What started the run, read once for the whole claim; the run is the third parameter. */
export const runEvent = '(select event from run where id = $3)';

/** What a team key launched reaches nobody else: addresses of the team that whoever has them has confirmed. */
function outsideTeam(unitId: string): string {
  return `not exists (select from team_address t where t.unit_id = ${unitId} and t.address = lower(seen.address) and t.verified_at is not null)`;
}

/** Readings of the exits that need no event: what may have become true since the message was queued. */
export function exitRules(compiled: Compiled): string[] {
  return compiled.exits.flatMap(({ event, reading }) => (event === null && reading !== null ? [reading] : []));
}

/** Whether the person is no longer at the rung that this message is of. */
export const movedOnSql = `not exists (
  select from member w
  where w.partition_id = x.partition_id and w.id = x.member_id and w.status in ('active', 'attention')
    and substring(w.state from '^[^.(]+') = x.node and (w.visits ->> x.node)::int = x.visit
    and w.state ~ ('[.(,]' || x.rung || '(\\.out)?([,)]|$)'))`;

/**
 * Whether the person moved on while this message was in a provider's hands, which gave it back: a withdrawal that came in
 * between found nothing to take.
 */
const leftBehindSql = `(x.reason is not null and ${movedOnSql})`;

/** Whether something was heard that may stop the journey or reach its goal, and nobody has decided about it yet. */
export function undecidedSql(
  compiled: Compiled,
  run: Pick<Run, 'mode'>,
  bound: (value: unknown, type: string) => string,
): string {
  const types = compiled.exits.flatMap(({ event }) => (event === null ? [] : [event]));
  if (types.length === 0) return 'false';
  const heard = bound(
    types.map((type) => `event.${type}`),
    'text[]',
  );
  return `(exists (select from inbox i where i.partition_id = x.partition_id and i.member_id = x.member_id and i.type = any(${heard}))
    or exists (select from event e where e.citizen_id = coalesce(c.copy_of, c.id) and e.type = any(${bound(types, 'text[]')})
      and e.absorbed_at is null and e.mode = ${bound(run.mode, 'text')}))`;
}

/** A fact for a text over `c`, `m` and the run: jsonb, or a column of text as it stands. */
function valueSql(fact: string): string {
  const event = /^event\.([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)$/.exec(fact)?.[1];
  if (event !== undefined) return `(coalesce(m.event, ${runEvent}) #> '{${event.split('.').join(',')}}')`;
  const core = fact.startsWith('citizen.') ? coreAttribute(fact.slice('citizen.'.length)) : undefined;
  return core?.type === 'text' ? `c.${core.column}` : factSql(fact).replace('(a.vars', '(m.vars');
}

/**
 * Passing reasons, as jsonb {reason, until} or null: quiet hours in the citizen's zone, and the cap per citizen and day.
 * Emergencies and statutory messages are held by neither.
 */
function holds(plan: Plan, run: Run, bound: (value: unknown, type: string) => string) {
  const { quietHours, dailyCap } = plan.journey;
  const reasons: string[] = [];
  if (quietHours) {
    const until = `cauce_next_allowed(${now}, zone, ${bound(quietHours.to, 'time')}, ${bound(quietHours.from, 'time')}, null)`;
    reasons.push(
      `when class in ('service', 'informative') and ${until} > ${now} then jsonb_build_object('reason', 'quiet-hours', 'until', ${until})`,
    );
  }
  if (dailyCap === undefined) return { held: reasons.length > 0 ? `case ${reasons.join(' ')} end` : never, joins: '' };
  const today = `(${now} at time zone zone)::date`;
  const most = bound(dailyCap, 'int');
  reasons.push(
    `when class in ('service', 'informative') and capped.n + capped.turn > ${most}
       then jsonb_build_object('reason', 'daily-cap', 'until', cauce_local_instant(${today} + 1, '09:00', zone))`,
  );
  const joins = `left join lateral (
      select coalesce((select k.n from contact_cap k where k.citizen_id = seen.citizen_id and k.day = ${today} and k.scope = ${bound(run.journey_id, 'text')}), 0) as n,
        (select count(*) from seen s where s.citizen_id = seen.citizen_id and s.id <= seen.id) as turn) capped on true`;
  return { held: `case ${reasons.join(' ')} end`, joins };
}
