import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** Open tasks that ask for the same in the same run, counted together. */
export type TaskGroup = {
  runId: string;
  mode: 'live' | 'drill';
  journey: { slug: string; title: string };
  title: string;
  skill: string;
  n: number;
  /** How many of them are past their term, on the run's own clock, and when the first falls due. */
  late: number;
  firstDue: string | null;
};

/** Every open task of these units by what it asks for, the soonest due first. */
export async function taskGroups(database: Queryable, units: readonly string[]): Promise<TaskGroup[]> {
  const { rows } = await database.query<TaskGroup>(
    `select grouped.run_id as "runId", run.mode, jsonb_build_object('slug', journey.slug, 'title', journey.title) as journey,
            grouped.title, grouped.skill, grouped.n, grouped.late, ${iso('grouped.first_due')} as "firstDue"
     from (select task.run_id, task.title, task.skill, count(*)::int as n, min(task.due_at) as first_due,
                  count(*) filter (where task.due_at < cauce_now(run.clock_at))::int as late
           from task join run on run.id = task.run_id
           where task.status = 'open' and run.unit_id = any($1::uuid[])
           group by task.run_id, task.title, task.skill) as grouped
     join run on run.id = grouped.run_id
     join journey on journey.id = run.journey_id
     order by grouped.first_due nulls last, grouped.title
     limit 200`,
    [units],
  );
  return rows;
}
