import type { Rule } from '#engine/rule/rule.ts';
import type { Queryable } from '../database.ts';

/** What an update of a run begins with: whom it was for and what it said. */
export type RunToUpdate = {
  unitId: string;
  slug: string;
  audience: Rule | null;
  event: Record<string, unknown> | null;
};

/** A live launch of one of these units that may be updated; undefined for everything else. */
export async function runToUpdate(
  database: Queryable,
  id: string,
  units: readonly string[],
): Promise<RunToUpdate | undefined> {
  const { rows } = await database.query<RunToUpdate>(
    `select run.unit_id as "unitId", journey.slug, run.audience, run.event
     from run join journey on journey.id = run.journey_id
     where run.id = $1 and run.unit_id = any($2::uuid[]) and run.mode = 'live' and run.kind = 'launched' and run.follows is null`,
    [id, units],
  );
  return rows[0];
}
