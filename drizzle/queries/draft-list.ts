import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

export type DraftLine = {
  slug: string;
  title: string;
  updatedAt: string;
  /** The newest revision, which the draft goes beyond; null: nothing of it is published yet. */
  revision: number | null;
};

/** Journeys of these units whose draft goes beyond what is published, the last touched first; at most 20. */
export async function draftList(database: Queryable, units: readonly string[]): Promise<DraftLine[]> {
  const { rows } = await database.query<DraftLine>(
    `select journey.slug, journey.title, ${iso('journey.updated_at')} as "updatedAt", newest.n as revision
     from journey
     left join lateral (select n, created_at from revision where revision.journey_id = journey.id and n > 0
                        order by n desc limit 1) as newest on true
     where journey.unit_id = any($1::uuid[]) and (newest.n is null or journey.updated_at > newest.created_at + interval '1 second')
     order by journey.updated_at desc
     limit 20`,
    [units],
  );
  return rows;
}
