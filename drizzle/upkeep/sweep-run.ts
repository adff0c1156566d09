import { type Database, transaction } from '../database.ts';

/**
 * Has everyone active in a run looked at again, because its stop rules, goals or date waits change with the date: one
 * transaction per partition, then the day is noted. Repeating it moves nobody twice.
 */
export async function sweepRun(database: Database, runId: string): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    'select id from partition where run_id = $1 and open order by id',
    [runId],
  );
  let asked = 0;
  for (const { id } of rows) asked += await transaction(database, async (tx) => askAgain(tx, id));
  await noteSwept(database, runId);
  return asked;
}

/** Notes that the run's rules hold as of its present day. */
export async function noteSwept(database: Database, runId: string): Promise<void> {
  await database.query(
    `insert into setting (key, value)
     select 'swept/' || id, jsonb_build_object('at', coalesce(clock_at, now())) from run where id = $1
     on conflict (key) do update set value = excluded.value`,
    [runId],
  );
}

async function askAgain(tx: Pick<Database, 'query'>, partitionId: number): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into inbox (partition_id, member_id, type, at)
     select m.partition_id, m.id, 'attribute.changed', coalesce(run.clock_at, now())
     from member m join run on run.id = m.run_id
     where m.partition_id = $1 and m.status = 'active'
       and not exists (select from inbox i where i.partition_id = $1 and i.member_id = m.id and i.type = 'attribute.changed')`,
    [partitionId],
  );
  return rowCount ?? 0;
}
