import type { Queryable } from '../database.ts';

/** What a run needs of its conductor next. */
export type NextForRun = 'verify' | 'enrol' | 'follow' | 'stop' | 'wait' | 'end';

/**
 * Says what a run needs next, and moves its status where nothing else does: a launched run is finished when its last
 * partition has closed, a standing one when nobody can enter it any more. A run that waits is verified once its time has
 * come, unless it waits for a signature. Safe to repeat.
 */
export async function lookAtRun(database: Queryable, runId: string): Promise<NextForRun> {
  const { rows } = await database.query<{ status: string; follows: boolean; ready: boolean; paused: boolean }>(
    `with finished as (
       update run set status = 'finished', finished_at = clock_timestamp()
       where id = $1 and status = 'open' and (kind = 'launched' or closes_at <= clock_timestamp())
         and not exists (select from partition where run_id = $1 and open and (run.kind = 'launched' or members > gone))
       returning status)
     select coalesce((select status from finished), status) as status, follows is not null as follows,
            gate is null and coalesce(launch_at <= clock_timestamp(), true) as ready,
            paused_at is not null as paused
     from run where id = $1`,
    [runId],
  );
  const [run] = rows;
  switch (run?.status) {
    case 'approved':
    case 'enrolling':
      if (run.paused) return 'wait';
      return run.follows ? 'follow' : 'enrol';
    case 'stopping':
      return 'stop';
    case 'waiting':
      return run.ready ? 'verify' : 'wait';
    case 'open':
      return 'wait';
    default:
      return 'end';
  }
}
