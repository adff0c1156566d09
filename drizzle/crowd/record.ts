import { type Database, type Transaction, transaction } from '../database.ts';
import type { Claimed } from './claim.ts';
import { add, count } from './count.ts';
import { idsOf, markAccepted, reachByKey } from './mark-accepted.ts';

/** From how many accepted at once on there is a crowd behind them that has heard nothing yet. */
const crowdFrom = 1_000;

/** What became of one claimed message at hand-over. */
export type Handed =
  | { id: string; result: 'accepted'; reference?: string | undefined }
  | { id: string; result: 'refused'; reason: string }
  | { id: string; result: 'again'; afterMs: number; reason: string }
  | { id: string; result: 'uncertain'; reason: string };

/**
 * Records what the provider answered, only while the claim still stands: a status never falls. Refused messages tell
 * their members; `again` go back to the outbox, held until their time; `uncertain` wait for a receipt. What is
 * accepted of an emergency's crowd is counted at once and kept among the receipts: its messages are marked with those.
 */
export async function record(
  database: Database,
  claimed: Claimed,
  channel: string,
  handed: Handed[],
  shard: number,
): Promise<void> {
  await transaction(database, async (tx) => {
    const { rowCount } = await tx.query('delete from claim where id = $1', [claimed.claimId]);
    if (rowCount === 0) return; // the lease ran out and somebody else looks after these messages
    const deltas = new Map<string, number>();
    await recordAccepted(tx, claimed, channel, handed, deltas);
    await recordOthers(tx, claimed, channel, handed, deltas);
    if (claimed.plan.journey.dailyCap !== undefined) await countContacts(tx, claimed, handed);
    await count(tx, claimed.runId, shard, deltas);
  });
}

type Accepted = Extract<Handed, { result: 'accepted' }>;

async function recordAccepted(
  tx: Transaction,
  claimed: Claimed,
  channel: string,
  handed: Handed[],
  deltas: Map<string, number>,
) {
  const accepted = handed.filter((one): one is Accepted => one.result === 'accepted');
  if (accepted.length === 0) return;
  const telling = tellable(claimed, accepted);
  const taken = await takeAccepted(tx, claimed, accepted, telling.length > 0);
  await tx.query('update run set first_handed_at = clock_timestamp() where id = $1 and first_handed_at is null', [
    claimed.runId,
  ]);
  add(deltas, `message:${channel}:queued`, -taken);
  add(deltas, `message:${channel}:accepted`, taken);
  if (telling.length > 0) await tell(tx, claimed.runId, telling, 'accepted');
}

/** Marks messages as accepted, or keeps a crowd's acceptance in one row; returns how many count as accepted now. */
async function takeAccepted(tx: Transaction, claimed: Claimed, accepted: Accepted[], tells: boolean): Promise<number> {
  const { accountId, runId, lane, mode } = claimed;
  if (accepted.some(({ id, reference }) => reference !== undefined && reference !== id))
    return markWithReferences(tx, runId, accepted);
  if (tells || mode === 'drill' || lane > 0 || accepted.length < crowdFrom)
    return markAccepted(tx, idsOf(accepted), '(select cauce_now(clock_at) from run where id = $2)', runId);
  await tx.query(`insert into receipt (account_id, status, message_ids) values ($1, 'accepted', $2)`, [
    accountId,
    idsOf(accepted),
  ]);
  return accepted.length;
}

async function markWithReferences(tx: Transaction, runId: string, accepted: Accepted[]): Promise<number> {
  await reachByKey(tx);
  const { rowCount } = await tx.query(
    `with k as (
       select x.id, r.reference from unnest($1::uuid[], $3::text[]) as r(id, reference) join message x on x.id = r.id
       where x.status = 'queued' order by x.id for update of x)
     update message x set status = 'accepted', accepted_at = cauce_now(run.clock_at), reference = k.reference
     from k, run where x.id = k.id and run.id = $2`,
    [
      idsOf(accepted),
      runId,
      accepted.map(({ id, reference }) => (reference === undefined || reference === id ? null : reference)),
    ],
  );
  return rowCount ?? 0;
}

async function recordOthers(
  tx: Transaction,
  claimed: Claimed,
  channel: string,
  handed: Handed[],
  deltas: Map<string, number>,
) {
  const others = handed.filter((one) => one.result !== 'accepted');
  if (others.length === 0) return;
  const { rows } = await tx.query<{ id: string; status: string }>(
    `with r as (select * from jsonb_to_recordset($1) as r(id uuid, result text, reason text, after_ms float8)),
     marked as (
       update message x set
         status = (case r.result when 'refused' then 'failed' when 'again' then 'queued' else 'uncertain' end)::message_status,
         reason = r.reason, done_at = case when r.result = 'refused' then cauce_now(run.clock_at) end,
         not_before = case when r.result = 'again' then cauce_now(run.clock_at) + greatest(r.after_ms * interval '1 millisecond',
           -- Refused before: as long again as it has waited, so that trying goes on for hours without flooding anyone.
           case when x.reason is not null
             then least(cauce_now(run.clock_at) - x.queued_at, case x.lane when 0 then interval '10 seconds' else interval '15 minutes' end)
           end) else x.not_before end
       from r, run where x.id = r.id and x.status = 'queued' and run.id = $2
       returning x.id, x.status::text, x.account_id, x.lane, x.run_id, x.not_before),
     again as (
       insert into outbox (account_id, lane, run_id, not_before, message_id)
       select account_id, lane, run_id, not_before, id from marked where status = 'queued')
     select id, status from marked`,
    [
      JSON.stringify(others.map((one) => ({ ...one, after_ms: one.result === 'again' ? one.afterMs : null }))),
      claimed.runId,
    ],
  );
  const failed = rows.filter(({ status }) => status === 'failed').map(({ id }) => id);
  add(deltas, `message:${channel}:queued`, -failed.length);
  add(deltas, `message:${channel}:failed`, failed.length);
  if (failed.length > 0) await tell(tx, claimed.runId, failed, 'failed');
}

/** Messages whose rung is satisfied by acceptance alone. */
function tellable({ plan, messages }: Claimed, accepted: Handed[]): string[] {
  const enough = new Set(
    Object.entries(plan.compiled.sends).flatMap(([key, send]) => (send.enough === 'accepted' ? [key] : [])),
  );
  if (enough.size === 0) return [];
  const taken = new Set(accepted.map(({ id }) => id));
  return messages.filter(({ id, node, rung }) => taken.has(id) && enough.has(`${node}.${rung}`)).map(({ id }) => id);
}

async function tell(tx: Transaction, runId: string, ids: string[], status: string) {
  await tx.query(
    `insert into inbox (partition_id, member_id, type, message_id, node, visit, data, at)
     select x.partition_id, x.member_id, 'receipt.' || x.node || '.' || x.rung || '.' || $3, x.id, x.node, x.visit,
            case when x.reason is not null then jsonb_build_object('reason', x.reason) end, cauce_now(run.clock_at)
     from message x join run on run.id = $1 where x.id = any($2::uuid[])`,
    [runId, ids, status],
  );
}

/** Takes the day's contacts into account, per citizen, day and journey. */
async function countContacts(tx: Transaction, claimed: Claimed, handed: Handed[]) {
  const accepted = new Set(handed.flatMap(({ id, result }) => (result === 'accepted' ? [id] : [])));
  const people = claimed.messages.filter(
    ({ id, class: of }) => accepted.has(id) && (of === 'service' || of === 'informative'),
  );
  await tx.query(
    `insert into contact_cap (citizen_id, day, scope, n)
     select c.id, (cauce_now(run.clock_at) at time zone c.zone)::date, run.journey_id::text, count(*)
     from unnest($2::uuid[]) as given(id) join citizen c on c.id = given.id join run on run.id = $1
     group by 1, 2, 3 order by 1
     on conflict (citizen_id, day, scope) do update set n = contact_cap.n + excluded.n`,
    [claimed.runId, people.map(({ citizenId }) => citizenId)],
  );
}
