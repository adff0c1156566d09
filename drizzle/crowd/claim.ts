import { randomUUID } from 'node:crypto';
import type { MessageClass } from '#engine/journey.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { claimSql } from './claim-sql.ts';
import { add, count } from './count.ts';
import { type Plan, planOf } from './plan.ts';

/** One claimed message with where it goes; `values` follow the order of the facts that were asked for. */
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
/** A claim: its messages are ours until the lease ends. */
export type Claimed = {
  claimId: string;
  accountId: number;
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
  /** Where a pass stands, by run: rows before it were taken by this pass. Start a pass with an empty map. */
  pass?: Map<string, Place>;
};
export type Place = { notBefore: string; id: string };
/** Where single rows are looked at: behind `after`, up to `upTo`; to the end where fewer are left than a claim may take. */
export type Stretch = { after?: Place | undefined; upTo?: Place | undefined };
/** What one claim looks at: a stretch of single rows, or the next page of a crowd. */
export type Look = Stretch | 'page';

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
  const runs = await runsWithMail(database, accountId, options.pass);
  for (const run of runs) {
    const plan = await planOf(database, run.revision_id);
    for (;;) {
      const look = run.paged ? 'page' : await nextStretch(database, accountId, run, options);
      const claimed = await transaction(database, (tx) => claimOfRun(tx, accountId, run, plan, options, look));
      if (claimed !== 'empty' && claimed.messages.length > 0) return claimed;
      if (claimed === 'empty' && look !== 'page') break;
      if (claimed === 'empty') run.paged = false; // none is left, or others are at them
    }
  }
  return undefined;
}

/**
 * Runs with something for this account behind where the pass stands: what it took lies dead before that, and is not walked
 * again. Joined to the first row and not asked whether one exists, which has the planner read the whole outbox per run.
 */
async function runsWithMail(database: Database, accountId: number, pass: Map<string, Place> = new Map()) {
  const { rows } = await database.query<Run>(
    `select r.id, r.unit_id, r.revision_id, r.mode, r.team, r.lane, r.journey_id,
       (select true from outbox q where q.account_id = $1 and q.run_id = r.id and q.message_ids is not null
        order by q.account_id, q.run_id, q.not_before, q.message_id limit 1) is true as paged
     from run r
     left join jsonb_to_recordset($2) as p(run_id uuid, not_before timestamptz, id uuid) on p.run_id = r.id
     cross join lateral (
       select from outbox o where o.account_id = $1 and o.lane = r.lane and o.run_id = r.id
         and (o.not_before, o.message_id) > (coalesce(p.not_before, '-infinity'), coalesce(p.id, $3::uuid))
         and o.not_before <= cauce_now(r.clock_at)
       order by o.account_id, o.lane, o.run_id, o.not_before, o.message_id limit 1) first
     where r.status in ('enrolling', 'open') and r.paused_at is null
     order by r.lane, random()`,
    [
      accountId,
      JSON.stringify([...pass].map(([run_id, { notBefore, id }]) => ({ run_id, not_before: notBefore, id }))),
      leastId,
    ],
  );
  return rows;
}

/**
 * The next stretch of a pass, which from now on stands behind it: claims in flight beside each other then look at different
 * rows, where each would else walk all that the others have locked.
 */
async function nextStretch(
  database: Database,
  accountId: number,
  run: Run,
  { pass, limit }: ClaimOptions,
): Promise<Stretch> {
  if (!pass) return {};
  for (;;) {
    const after = pass.get(run.id);
    const { rows } = await database.query<Place>(
      `select not_before::text as "notBefore", message_id as id from outbox
       where account_id = $1 and lane = $2 and run_id = $3 and (not_before, message_id) > ($4::timestamptz, $5::uuid)
         and not_before <= (select cauce_now(clock_at) from run where id = $3)
       order by account_id, lane, run_id, not_before, message_id offset $6 limit 1`,
      [accountId, run.lane, run.id, after?.notBefore ?? '-infinity', after?.id ?? leastId, limit - 1],
    );
    if (pass.get(run.id) !== after) continue; // another claim took this stretch while we looked
    if (rows[0]) pass.set(run.id, rows[0]);
    return { after, upTo: rows[0] };
  }
}

const leastId = '00000000-0000-0000-0000-000000000000';

export type Run = {
  id: string;
  unit_id: string;
  revision_id: string;
  mode: 'live' | 'drill';
  /** Launched by a team key. */
  team: boolean;
  lane: number;
  journey_id: string;
  /** A crowd waits in pages; it goes before whoever waits alone, for it has heard nothing yet. */
  paged: boolean;
};

/**
 * What a claim saw of one message, in the order of its columns; those of the facts that were asked for come last. `place`
 * stands on the last message of a pass without a known end.
 */
type Row = [
  id: string,
  citizenId: string,
  node: string,
  visit: number,
  rung: string,
  messageClass: MessageClass,
  address: string,
  language: string,
  zone: string,
  staying: Staying | null,
  place: string | null,
  ...values: unknown[],
];
/** Why a message does not leave now, and who is to be told; `held` may leave later. */
type Staying = { verdict: string; held: boolean; partitionId: number; memberId: string; channel: string };
type Stayed = Staying & Pick<ClaimedMessage, 'id' | 'citizenId' | 'node' | 'visit' | 'rung'>;

/** 'empty' when no row is left in this pass, or no page; a claim without messages when nothing that it saw may leave. */
async function claimOfRun(
  tx: Transaction,
  accountId: number,
  run: Run,
  plan: Plan,
  options: ClaimOptions,
  look: Look,
): Promise<Claimed | 'empty'> {
  const claimId = randomUUID();
  const stretch = look === 'page' ? {} : look;
  const { sql, parameters } = claimSql({ id: claimId, accountId, run, plan, look }, options);
  const { rows } = await tx.query<Row>({ text: sql, values: parameters, rowMode: 'array' });
  if (rows.length === 0 && !stretch.upTo) return 'empty';
  const messages: ClaimedMessage[] = [];
  const stayed: Stayed[] = [];
  for (const [id, citizenId, node, visit, rung, of, address, language, zone, staying, place, ...values] of rows) {
    if (staying) stayed.push({ id, citizenId, node, visit, rung, ...staying });
    else messages.push({ id, citizenId, node, visit, rung, class: of, address, language, zone, values });
    if (place !== null && options.pass?.get(run.id) === stretch.after)
      options.pass?.set(run.id, { notBefore: place, id });
  }
  await settle(tx, run.id, stayed, accountId);
  return { claimId, accountId, runId: run.id, plan, mode: run.mode, lane: run.lane, messages };
}

/** Tells the members whose message will not leave, and counts why. */
async function settle(tx: Transaction, runId: string, rows: Stayed[], shard: number) {
  if (rows.length === 0) return;
  const refused = rows.filter(({ held }) => !held);
  const deltas = await countHeld(tx, runId, rows);
  await tx.query(
    `with t as (
       select * from jsonb_to_recordset($2) as t(partition_id int, member_id uuid, type text, id uuid, node text, visit int, verdict text)),
     marked as (
       update message x set reason = t.verdict, done_at = cauce_now(run.clock_at),
         status = (case t.verdict when 'stop-rule' then 'withdrawn' when 'left-behind' then 'withdrawn' when 'expired' then 'expired' else 'failed' end)::message_status
       from t join run on run.id = $1 where x.id = t.id)
     insert into inbox (partition_id, member_id, type, message_id, node, visit, data, at)
     select t.partition_id, t.member_id, t.type, t.id, t.node, t.visit, jsonb_build_object('reason', t.verdict), cauce_now(run.clock_at)
     from t join run on run.id = $1 where t.verdict <> 'left-behind'`,
    [
      runId,
      JSON.stringify(
        refused.map(({ partitionId, memberId, id, node, visit, rung, verdict }) => ({
          partition_id: partitionId,
          member_id: memberId,
          id,
          node,
          visit,
          verdict,
          type: verdict === 'stop-rule' ? 'attribute.changed' : `receipt.${node}.${rung}.failed`,
        })),
      ),
    ],
  );
  for (const { channel, verdict } of refused) {
    add(deltas, `message:${channel}:queued`, -1);
    add(deltas, `message:${channel}:${statusOf(verdict)}`, 1);
    add(deltas, `refused:${verdict}`, 1);
  }
  await count(tx, runId, shard, deltas);
}

/** People held, each once per run and reason however often they are looked at; who waits for a decision is not held. */
async function countHeld(tx: Transaction, runId: string, rows: Stayed[]): Promise<Map<string, number>> {
  const held = rows.filter((row) => row.held && row.verdict !== 'undecided');
  if (held.length === 0) return new Map();
  const { rows: first } = await tx.query<{ reason: string; n: number }>(
    `with noted as (
       insert into held (run_id, reason, citizen_id)
       select distinct $1::uuid, reason, citizen_id from unnest($2::text[], $3::uuid[]) as h(reason, citizen_id) order by 2, 3
       on conflict do nothing returning reason)
     select reason, count(*)::int as n from noted group by 1`,
    [runId, held.map(({ verdict }) => verdict), held.map(({ citizenId }) => citizenId)],
  );
  return new Map(first.map(({ reason, n }) => [`held:${reason}`, n]));
}

const statuses: Record<string, string> = { 'stop-rule': 'withdrawn', 'left-behind': 'withdrawn', expired: 'expired' };
const statusOf = (verdict: string) => statuses[verdict] ?? 'failed';
