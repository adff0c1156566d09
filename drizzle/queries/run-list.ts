import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';
import type { RunProgress } from './run-progress.ts';

/** One line about a run; `ended` is how many people reached an outcome. */
export type RunLine = Pick<
  RunProgress,
  | 'id'
  | 'mode'
  | 'kind'
  | 'status'
  | 'lane'
  | 'journey'
  | 'revision'
  | 'startedAt'
  | 'finishedAt'
  | 'pausedAt'
  | 'enrolled'
> & { unitId: string; at: string; ended: number; handed: number; attention: number; tasks: number };

/** The newest 100 runs of these units, those in progress first; with `open`, only those in progress. */
export async function runList(
  database: Queryable,
  units: readonly string[],
  { open = false } = {},
): Promise<RunLine[]> {
  const { rows } = await database.query<RunLine>(
    `select run.id, run.unit_id as "unitId", ${iso('now()')} as at, run.mode, run.kind, run.status,
            (array['emergency', 'service', 'bulk'])[run.lane + 1] as lane,
            jsonb_build_object('slug', journey.slug, 'title', journey.title) as journey, revision.n as revision,
            ${iso('run.launched_at')} as "startedAt", ${iso('run.finished_at')} as "finishedAt",
            ${iso('run.paused_at')} as "pausedAt", run.enrolled, counted.*
     from run
     join journey on journey.id = run.journey_id
     join revision on revision.id = run.revision_id
     cross join lateral (
       select coalesce(sum(n) filter (where name like 'outcome:%'), 0)::float8 as ended,
              coalesce(sum(n) filter (where name ~ '^message:.*:(accepted|delivered|read|replied)$'), 0)::float8 as handed,
              coalesce(sum(n) filter (where name = 'task:open'), 0)::float8 as tasks,
              (select count(*)::int from attention where attention.run_id = run.id) as attention
       from counter where counter.run_id = run.id) as counted
     where run.unit_id = any($2::uuid[]) and (not $1 or run.status in ('waiting', 'approved', 'enrolling', 'open', 'stopping'))
     order by run.status in ('waiting', 'approved', 'enrolling', 'open', 'stopping') desc, run.created_at desc, run.id desc
     limit 100`,
    [open, units],
  );
  return rows;
}
