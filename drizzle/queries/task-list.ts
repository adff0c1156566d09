import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';
import { numberOf } from './member-timeline.ts';

/** A task that waits for an official; `outcomes` are the ways to close it that the journey offers. */
export type OpenTask = {
  id: string;
  memberId: string;
  runId: string;
  unitId: string;
  number: string;
  mode: 'live' | 'drill';
  journey: { slug: string; title: string };
  title: string;
  skill: string;
  municipality: string | null;
  createdAt: string;
  dueAt: string | null;
  /** Due before now, on the run's own clock. */
  late: boolean;
  outcomes: { id: string; title: string }[];
};

/**
 * Open tasks of these units (of one team, if one is given), the soonest due first; at most 60. Names nobody; a protected or
 * deceased person has no municipality.
 */
export async function taskList(database: Queryable, units: readonly string[], team?: string): Promise<OpenTask[]> {
  const { rows } = await database.query<Omit<OpenTask, 'number'>>(
    `select task.id, task.member_id as "memberId", task.run_id as "runId", run.unit_id as "unitId", run.mode, task.title, task.skill,
            case when not (citizen.protected or citizen.deceased) then municipality.name end as municipality,
            ${iso('task.created_at')} as "createdAt", ${iso('task.due_at')} as "dueAt",
            coalesce(task.due_at < cauce_now(run.clock_at), false) as late,
            jsonb_build_object('slug', journey.slug, 'title', journey.title) as journey,
            coalesce((select drawn -> 'config' -> 'outcomes' from jsonb_array_elements(revision.document -> 'nodes') as drawn
                      where drawn ->> 'id' = task.node), '[]') as outcomes
     from task
     join run on run.id = task.run_id
     join journey on journey.id = run.journey_id
     join revision on revision.id = run.revision_id
     join citizen on citizen.id = task.citizen_id
     left join municipality on municipality.code = citizen.municipality
     where task.status = 'open' and run.unit_id = any($1::uuid[]) and ($2::text is null or task.skill = $2)
     order by task.due_at nulls last, task.created_at, task.id
     limit 60`,
    [units, team ?? null],
  );
  return rows.map((row) => ({ ...row, number: numberOf(row.memberId) }));
}
