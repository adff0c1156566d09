import { type Database, transaction } from '../database.ts';

/** What became of one claimed call; `vars` are the member variables that its answer fills. */
export type CallOutcome =
  | { id: string; result: 'done'; vars: Record<string, unknown> }
  | { id: string; result: 'failed'; reason: string }
  | { id: string; result: 'again'; afterMs: number };

/** Consecutive failures of a system after which it is left alone, and for how long. */
const breakAfter = 5;
const openMs = 30_000;

/**
 * Records outcomes where the claim still stands and tells the members, in one transaction. `again` waits on the run's own
 * clock. `failures` is what the endpoint now counts in a row; at five its circuit breaker opens.
 */
export async function recordCalls(
  database: Database,
  endpointId: number,
  outcomes: CallOutcome[],
  failures: number,
): Promise<void> {
  await transaction(database, async (tx) => {
    await tx.query(
      `with told as (
         select * from jsonb_to_recordset($1) as o(id uuid, result text, vars jsonb, reason text, after_ms float8)),
       recorded as (
         update call set
           status = case told.result when 'done' then 'done' when 'failed' then 'failed' else 'queued' end,
           lease_until = null,
           not_before = case when told.result = 'again'
             then coalesce(run.clock_at, clock_timestamp()) + told.after_ms * interval '1 millisecond' end
         from told, run
         where call.id = told.id and call.status = 'claimed' and run.id = call.run_id
         returning call.member_id, call.node, call.visit, told.result, told.vars, told.reason,
           cauce_now(run.clock_at) as at)
       insert into inbox (partition_id, member_id, type, node, visit, data, at)
       select member.partition_id, member.id, 'call.' || recorded.node || case result when 'done' then '.success' else '.failed' end,
         recorded.node, recorded.visit,
         case result when 'done' then jsonb_build_object('vars', recorded.vars) else jsonb_build_object('reason', reason) end, recorded.at
       from recorded join member on member.id = recorded.member_id
       where result <> 'again'`,
      [JSON.stringify(outcomes.map((one) => ({ ...one, after_ms: one.result === 'again' ? one.afterMs : null })))],
    );
    await tx.query(
      `update endpoint set failures = $2, open_until = case when $2 >= $3 then now() + $4 * interval '1 millisecond' end
       where id = $1 and (failures <> $2 or $2 >= $3 or open_until is not null)`,
      [endpointId, failures, breakAfter, openMs],
    );
  });
}
