import type { Queryable } from '../database.ts';

/** The drill of this journey's draft that is running, the newest; undefined when none is. */
export async function runningDrill(database: Queryable, journeyId: string): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string }>(
    `select run.id from run join revision on revision.id = run.revision_id
     where run.journey_id = $1 and run.mode = 'drill' and run.follows is null and revision.n < 0
       and run.status in ('approved', 'enrolling', 'open')
     order by run.created_at desc limit 1`,
    [journeyId],
  );
  return rows[0]?.id;
}
