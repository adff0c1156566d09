import type { Compiled } from '#engine/compile.ts';
import type { MessageClass } from '#engine/journey.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { addressSql, recipientJoins } from './address-sql.ts';
import { add, count } from './count.ts';
import { factSql } from './fact-sql.ts';
import { type Plan, planOf } from './plan.ts';
import { readingSql } from './reading-sql.ts';

/** One claimed message with where it goes; `values` follow the order of the paths that were asked for. */
export type ClaimedMessage = {
  id: string;
  citizenId: string;
  node: string;
  visit: number;
  rung: string;
  class: MessageClass;
  address: string;
  language: string;
  zone: string;
  values: unknown[];
};
export type Claimed = {
  runId: string;
  plan: Plan;
  mode: 'live' | 'drill';
  lane: number;
  messages: ClaimedMessage[];
};

export type ClaimOptions = {
  limit: number;
  channel: string;
  accountMode: 'live' | 'sandbox';
  /** How long the claim is ours, ms. */
  leaseMs?: number;
  /** The facts that the plan's texts need, by name (`citizen.givenName`, `member.answer`, `event.area`). */
  factsOf: (plan: Plan) => string[];
};

/**
 * Claims the next messages of one account: the most urgent lane first, one run at a time, nothing of a paused run. The
 * last look before hand-over is taken here: stop rules, goals, safety flags, consent, address, expiry, quiet hours and
 * caps, against fresh attributes. Undefined when nothing may leave now.
 */
export async function claim(
  database: Database,
  accountId: number,
  options: ClaimOptions,
): Promise<Claimed | undefined> {
  const { rows: runs } = await database.query<Run>(
    `select r.id, r.revision_id, r.mode, r.lane, r.journey_id
     from run r
     where r.status in ('enrolling', 'open') and r.paused_at is null
       and exists (select from message m where m.account_id = $1 and m.lane = r.lane and m.run_id = r.id and m.status = 'queued'
                   and m.not_before <= cauce_now(r.clock_at))
     order by r.lane, random()`,
    [accountId],
  );
  for (const run of runs) {
    const plan = await planOf(database, run.revision_id);
    const claimed = await transaction(database, (tx) => claimOfRun(tx, accountId, run, plan, options));
    if (claimed.messages.length > 0) return claimed;
  }
  return undefined;
}

type Run = { id: string; revision_id: string; mode: 'live' | 'drill'; lane: number; journey_id: string };

type Row = {
  id: string;
  citizen_id: string;
  partition_id: number;
  member_id: string;
  node: string;
  visit: number;
  rung: string;
  class: MessageClass;
  channel: string;
  status: string;
  reason: string | null;
  address: string;
  language: string;
  zone: string;
  values: unknown[];
};

async function claimOfRun(
  tx: Transaction,
  accountId: number,
  run: Run,
  plan: Plan,
  options: ClaimOptions,
): Promise<Claimed> {
  const parameters: unknown[] = [
    accountId,
    run.lane,
    run.id,
    options.limit,
    options.leaseMs ?? 60_000,
    options.accountMode,
  ];
  const scope = {
    citizen: 'c',
    member: 'm',
    event: `coalesce(m.event, run.event)`,
    now: 'now_at',
    seed: plan.journey.slug,
    parameters,
  };
  const exits = exitRules(plan.compiled).map((reading) => readingSql(plan.compiled.readings[reading]!, scope));
  const facts = options.factsOf(plan).map(valueSql);
  const quiet = quietSql(plan, scope.parameters);
  const { rows } = await tx.query<Row>(
    `with picked as materialized (
       select x.id, cauce_now(run.clock_at) as now_at from message x join run on run.id = $3 and run.paused_at is null
       where x.account_id = $1 and x.lane = $2 and x.run_id = $3 and x.status = 'queued' and x.not_before <= cauce_now(run.clock_at)
       order by x.not_before, x.id limit $4
       for update of x skip locked),
     seen as (
       select x.id, c.language, jsonb_build_array(${facts.join(', ')}) as values, ${addressOf(options.channel)} as address, now_at,
         x.expires_at, x.class, c.zone, c.id as citizen_id,
         ${exits.length > 0 ? exits.join(' or ') : 'false'} as stopped,
         (x.class <> 'informative' or x.channel = any(c.consents)) as consented
       from picked
       join message x on x.id = picked.id
       join member m on m.id = x.member_id
       join citizen c on c.id = x.citizen_id
       ${recipientJoins}
       join run on run.id = x.run_id),
     judged as (
       select *, case
         when stopped then 'stop-rule'
         when expires_at <= now_at then 'expired'
         when $6 = 'live' and (select mode from run where id = $3) = 'drill' then 'drill-on-live-account'
         when address is null then 'no-address'
         when not consented then 'no-consent' end as refused,
         ${quiet} as held_until
       from seen)
     update message x set
       status = (case when j.refused = 'stop-rule' then 'withdrawn' when j.refused = 'expired' then 'expired'
                      when j.refused is not null then 'failed' when j.held_until > j.now_at then 'queued' else 'claimed' end)::message_status,
       reason = case when j.refused is not null then j.refused when j.held_until > j.now_at then 'quiet-hours' end,
       not_before = case when j.refused is null and j.held_until > j.now_at then j.held_until else x.not_before end,
       lease_until = clock_timestamp() + $5 * interval '1 millisecond',
       attempts = x.attempts + 1
     from judged j where x.id = j.id
     returning x.id, x.citizen_id, x.partition_id, x.member_id, x.node, x.visit, x.rung, x.class, x.channel, x.status::text, x.reason,
       j.address, j.language, j.zone, j.values`,
    parameters,
  );
  const messages = rows.filter(({ status }) => status === 'claimed').map(asClaimed);
  await settle(
    tx,
    run.id,
    rows.filter(({ status }) => status !== 'claimed'),
    accountId,
  );
  return { runId: run.id, plan, mode: run.mode, lane: run.lane, messages };
}

const asClaimed = (row: Row): ClaimedMessage => ({
  id: row.id,
  citizenId: row.citizen_id,
  node: row.node,
  visit: row.visit,
  rung: row.rung,
  class: row.class,
  address: row.address,
  language: row.language,
  zone: row.zone,
  values: row.values,
});

/** Tells the members whose message will not leave, and counts why. */
async function settle(tx: Transaction, runId: string, rows: Row[], shard: number) {
  if (rows.length === 0) return;
  const told = rows.filter(({ status }) => status !== 'queued');
  await tx.query(
    `insert into inbox (partition_id, member_id, type, message_id, node, visit, data, at)
     select t.partition_id, t.member_id, t.type, t.id, t.node, t.visit, jsonb_build_object('reason', t.reason), cauce_now(run.clock_at)
     from jsonb_to_recordset($2) as t(partition_id int, member_id uuid, type text, id uuid, node text, visit int, reason text)
     join run on run.id = $1`,
    [
      runId,
      JSON.stringify(
        told.map(({ partition_id, member_id, id, node, visit, rung, reason }) => ({
          partition_id,
          member_id,
          id,
          node,
          visit,
          reason,
          type: reason === 'stop-rule' ? 'attribute.changed' : `receipt.${node}.${rung}.failed`,
        })),
      ),
    ],
  );
  const deltas = new Map<string, number>();
  for (const { channel, status, reason } of rows) {
    if (status === 'queued') add(deltas, `held:${reason}`, 1);
    else {
      add(deltas, `message:${channel}:queued`, -1);
      add(deltas, `message:${channel}:${status}`, 1);
      add(deltas, `refused:${reason}`, 1);
    }
  }
  await count(tx, runId, shard, deltas);
}

/** Readings of the exits that need no event: what may have become true since the message was queued. */
function exitRules(compiled: Compiled): string[] {
  return compiled.exits.flatMap(({ event, reading }) => (event === null && reading !== null ? [reading] : []));
}

const addressOf = (channel: string) =>
  `case when x.to_carer then ${addressSql(channel, 'carer')} else ${addressSql(channel, 'citizen')} end`;

/** A fact for a text: its jsonb value over `c`, `m`, `run`. */
function valueSql(fact: string): string {
  const event = /^event\.([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)$/.exec(fact)?.[1];
  if (event !== undefined) return `(coalesce(m.event, run.event) #> '{${event.split('.').join(',')}}')`;
  return factSql(fact).replace('(a.vars', '(m.vars');
}

/** Until when quiet hours hold this message; never for emergencies nor where the journey names none. */
function quietSql(plan: Plan, parameters: unknown[]): string {
  const hours = plan.journey.quietHours;
  if (!hours) return `null::timestamptz`;
  parameters.push(hours.to, hours.from);
  const [opens, closes] = [`$${parameters.length - 1}::time`, `$${parameters.length}::time`];
  return `case when class in ('service', 'informative') then cauce_next_allowed(now_at, zone, ${opens}, ${closes}, null) end`;
}
