import type { Queryable } from '../database.ts';

/** What a run needs of its conductor next. */
export type NextForRun = 'enrol' | 'stop' | 'wait' | 'end';

/**
 * Says what a run needs next, and moves its status where nothing else does: an approved standing run opens, a launched
 * run is finished when its last partition has closed. Safe to repeat.
 */
export async function lookAtRun(database: Queryable, runId: string): Promise<NextForRun> {
  const { rows } = await database.query<{ status: string; paused: boolean }>(
    `with opened as (
       update run set status = 'open', launched_at = coalesce(launched_at, clock_timestamp())
       where id = $1 and kind = 'standing' and status = 'approved' returning status),
     finished as (
       update run set status = 'finished', finished_at = clock_timestamp()
       where id = $1 and kind = 'launched' and status = 'open' and not exists (select from partition where run_id = $1 and open)
       returning status)
     select coalesce((select status from opened), (select status from finished), status) as status, paused_at is not null as paused
     from run where id = $1`,
    [runId],
  );
  switch (rows[0]?.status) {
    case 'approved':
    case 'enrolling':
      return rows[0].paused ? 'wait' : 'enrol';
    case 'stopping':
      return 'stop';
    case 'open':
    case 'waiting':
      return 'wait';
    default:
      return 'end';
  }
}
