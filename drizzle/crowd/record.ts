import { type Database, transaction } from '../database.ts';
import type { Claimed } from './claim.ts';
import { add, count } from './count.ts';

/** What became of one claimed message at hand-over. */
export type Handed =
  | { id: string; result: 'accepted'; reference?: string | undefined }
  | { id: string; result: 'refused'; reason: string }
  | { id: string; result: 'again'; afterMs: number; reason: string }
  | { id: string; result: 'uncertain'; reason: string };

/**
 * Records what the provider answered, only where the claim still stands: a status never falls. Refused messages tell
 * their members; `again` go back to the queue, held until their time; `uncertain` wait for their lease.
 */
export async function record(
  database: Database,
  claimed: Claimed,
  channel: string,
  handed: Handed[],
  shard: number,
): Promise<void> {
  await transaction(database, async (tx) => {
    const deltas = new Map<string, number>();
    const accepted = handed.filter((one) => one.result === 'accepted');
    if (accepted.length > 0) {
      const references = accepted.some((one) => one.reference !== undefined && one.reference !== one.id);
      const { rowCount } = await tx.query(
        `with k as (
           select x.id, r.reference from unnest($1::uuid[], $2::text[]) as r(id, reference) join message x on x.id = r.id
           where x.status in ('claimed', 'uncertain') order by x.id for update of x)
         update message x set status = 'accepted', accepted_at = cauce_now(run.clock_at), lease_until = null, reference = k.reference
         from k, run where x.id = k.id and run.id = $3`,
        [
          accepted.map(({ id }) => id),
          accepted.map((one) => (references ? (one.reference ?? null) : null)),
          claimed.runId,
        ],
      );
      await tx.query('update run set first_handed_at = clock_timestamp() where id = $1 and first_handed_at is null', [
        claimed.runId,
      ]);
      add(deltas, `message:${channel}:queued`, -(rowCount ?? 0));
      add(deltas, `message:${channel}:accepted`, rowCount ?? 0);
      const enough = new Set(
        Object.entries(claimed.plan.compiled.sends).flatMap(([key, send]) => (send.enough === 'accepted' ? [key] : [])),
      );
      const telling =
        enough.size === 0
          ? []
          : tellable(
              claimed,
              accepted.map(({ id }) => id),
              enough,
            );
      if (telling.length > 0) await tell(tx, claimed.runId, telling, 'accepted', null);
    }
    const others = handed.filter((one) => one.result !== 'accepted');
    if (others.length > 0) {
      const { rows } = await tx.query<{ id: string; status: string }>(
        `update message x set
           status = (case r.result when 'refused' then 'failed' when 'again' then 'queued' else 'uncertain' end)::message_status,
           reason = r.reason, lease_until = case when r.result = 'uncertain' then x.lease_until end,
           not_before = case when r.result = 'again' then cauce_now(run.clock_at) + r.after_ms * interval '1 millisecond' else x.not_before end
         from jsonb_to_recordset($1) as r(id uuid, result text, reason text, after_ms float8), run
         where x.id = r.id and x.status = 'claimed' and run.id = $2
         returning x.id, x.status::text`,
        [
          JSON.stringify(others.map((one) => ({ ...one, after_ms: one.result === 'again' ? one.afterMs : null }))),
          claimed.runId,
        ],
      );
      const failed = rows.filter(({ status }) => status === 'failed').map(({ id }) => id);
      add(deltas, `message:${channel}:queued`, -failed.length);
      add(deltas, `message:${channel}:failed`, failed.length);
      if (failed.length > 0) await tell(tx, claimed.runId, failed, 'failed', 'refused');
    }
    await count(tx, claimed.runId, shard, deltas);
  });
}

function tellable(claimed: Claimed, ids: string[], enough: Set<string>): string[] {
  const wanted = new Set(ids);
  return claimed.messages
    .filter(({ id, node, rung }) => wanted.has(id) && enough.has(`${node}.${rung}`))
    .map(({ id }) => id);
}

async function tell(
  tx: { query: (text: string, values: unknown[]) => Promise<unknown> },
  runId: string,
  ids: string[],
  status: string,
  reason: string | null,
) {
  await tx.query(
    `insert into inbox (partition_id, member_id, type, message_id, node, visit, data, at)
     select x.partition_id, x.member_id, 'receipt.' || x.node || '.' || x.rung || '.' || $3, x.id, x.node, x.visit,
            case when $4::text is not null then jsonb_build_object('reason', coalesce(x.reason, $4)) end, cauce_now(run.clock_at)
     from message x join run on run.id = $1 where x.id = any($2::uuid[])`,
    [runId, ids, status, reason],
  );
}
