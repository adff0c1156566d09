import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

export type JourneyLine = {
  slug: string;
  title: string;
  updatedAt: string;
  /** The newest published revision; null while it is only a draft. */
  revision: number | null;
  running: number;
};

/** Every journey of these units by title, with its newest revision and how many runs are in progress. */
export async function journeyList(database: Queryable, units: readonly string[]): Promise<JourneyLine[]> {
  const { rows } = await database.query<JourneyLine>(
    `select journey.slug, journey.title, ${iso('journey.updated_at')} as "updatedAt",
            (select max(n) from revision where revision.journey_id = journey.id) as revision,
            (select count(*)::int from run where run.journey_id = journey.id
               and run.status in ('approved', 'enrolling', 'open', 'stopping')) as running
     from journey
     where journey.unit_id = any($1::uuid[])
     order by journey.title, journey.slug
     limit 500`,
    [units],
  );
  return rows;
}
