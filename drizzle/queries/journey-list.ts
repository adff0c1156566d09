import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

export type JourneyLine = {
  slug: string;
  title: string;
  unit: string;
  updatedAt: string;
  by: string;
  /** The newest published revision; null while it is only a draft. */
  revision: number | null;
  /** Whether the draft says something that the newest revision does not. */
  ahead: boolean;
  /** Whether it waits for a signature to be published. */
  waiting: boolean;
  running: number;
};

/**
 * Every journey of these units by title, with its newest revision, how its draft stands, and how many runs are in progress;
 * `q` narrows them to those whose title or purpose has it, whatever its accents and capitals.
 */
export async function journeyList(database: Queryable, units: readonly string[], q = ''): Promise<JourneyLine[]> {
  const { rows } = await database.query<JourneyLine>(
    `select journey.slug, journey.title, unit.name as unit, ${iso('journey.updated_at')} as "updatedAt", journey.draft_by as by,
            newest.n as revision, newest.n is not null and newest.document <> journey.draft as ahead,
            exists (select from request where request.unit_id = journey.unit_id and request.slug = journey.slug
                      and request.what = 'publish' and request.status = 'waiting') as waiting,
            (select count(*)::int from run where run.journey_id = journey.id
               and run.status in ('approved', 'enrolling', 'open', 'stopping')) as running
     from journey
     join unit on unit.id = journey.unit_id
     left join lateral (
       select n, document from revision where revision.journey_id = journey.id and n > 0 order by n desc limit 1) as newest on true
     where journey.unit_id = any($1::uuid[])
       and ($2 = '' or strpos(cauce_fold(concat_ws(' ', journey.title, journey.draft ->> 'purpose', journey.slug)), cauce_fold($2)) > 0)
     order by journey.title, journey.slug
     limit 500`,
    [units, q.trim()],
  );
  return rows;
}
