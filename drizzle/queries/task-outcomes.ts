import type { Queryable } from '../database.ts';

/** The ways in which a task may be closed, by its journey as published. */
export async function taskOutcomes(database: Queryable, taskId: string): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select way ->> 'id' as id
     from task
     join run on run.id = task.run_id
     join revision on revision.id = run.revision_id
     cross join lateral jsonb_array_elements(revision.document -> 'nodes') as drawn
     cross join lateral jsonb_array_elements(drawn -> 'config' -> 'outcomes') as way
     where task.id = $1 and drawn ->> 'id' = task.node`,
    [taskId],
  );
  return rows.map(({ id }) => id);
}
