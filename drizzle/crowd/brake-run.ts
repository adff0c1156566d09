import { type Database, type Queryable, transaction } from '../database.ts';
import { planOf } from './plan.ts';

/**
 * Pauses a run: from the next page on nobody is decided and nothing is handed over. What was already claimed may still
 * leave. False when it does not run or is already paused.
 */
export async function pauseRun(database: Queryable, runId: string): Promise<boolean> {
  const { rowCount } = await database.query(
    `update run set paused_at = cauce_now(clock_at)
     where id = $1 and paused_at is null and status in ('approved', 'enrolling', 'open')`,
    [runId],
  );
  return rowCount === 1;
}

/**
 * Resumes a run: durations go on where they stood, so their due times move by the length of the pause; dates, hours and
 * expiries do not. One transaction per partition, each moved once however often this is repeated; `note` is written in the last.
 */
export async function resumeRun(
  database: Database,
  runId: string,
  note?: (tx: Queryable) => Promise<unknown>,
): Promise<boolean> {
  const { rows } = await database.query<{ revision_id: string }>(
    'select revision_id from run where id = $1 and paused_at is not null',
    [runId],
  );
  const run = rows[0];
  if (!run) return false;
  const plan = await planOf(database, run.revision_id);
  const durations = Object.entries(plan.compiled.delays).flatMap(([timer, { wait }]) =>
    wait === 'duration' || wait === 'rung' ? [timer] : [],
  );
  const partitions = await database.query<{ id: number }>(
    `select id from partition where run_id = $1 and open order by id`,
    [runId],
  );
  for (const { id } of partitions.rows) await transaction(database, (tx) => shiftPartition(tx, id, durations));
  return transaction(database, async (tx) => {
    const { rowCount } = await tx.query('update run set paused_at = null where id = $1 and paused_at is not null', [
      runId,
    ]);
    if (rowCount === 1) await note?.(tx);
    return rowCount === 1;
  });
}

async function shiftPartition(tx: Pick<Database, 'query'>, partitionId: number, durations: string[]) {
  const { rows } = await tx.query<{ by: number }>(
    `select (cauce_ms(cauce_now(r.clock_at)) - cauce_ms(r.paused_at))::float8 as by
     from partition p join run r on r.id = p.run_id
     where p.id = $1 and r.paused_at is not null and p.resumed_for is distinct from r.paused_at for update of p`,
    [partitionId],
  );
  const pause = rows[0];
  if (!pause) return;
  await tx.query(
    `update member m set timers = n.timers, due_at = cauce_due(n.timers)
     from (select m.id, (select jsonb_object_agg(key, case when key = any($2) then value::bigint + $3::bigint else value::bigint end)
                         from jsonb_each_text(m.timers)) as timers
           from member m where m.partition_id = $1 and m.status = 'active' and m.timers ?| $2) n
     where m.id = n.id`,
    [partitionId, durations, pause.by],
  );
  await tx.query(
    `update partition p set resumed_for = r.paused_at,
       next_due_at = (select min(due_at) from member where partition_id = $1 and status = 'active')
     from run r where p.id = $1 and r.id = p.run_id`,
    [partitionId],
  );
}
