import type { Transaction } from '../database.ts';

/** Ends a run that nobody has entered yet, saying why; one that people have entered is stopped by the brake, not here. */
export async function callOffRun(tx: Transaction, runId: string, why: string): Promise<void> {
  await tx.query(
    `update run set status = 'refused', gate = jsonb_build_object('code', $2::text, 'severity', 'error'), finished_at = clock_timestamp()
     where id = $1 and status in ('waiting', 'approved') and not exists (select from partition where run_id = run.id)`,
    [runId, why],
  );
}
