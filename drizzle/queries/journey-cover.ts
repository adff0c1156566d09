import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

export type JourneyCover = {
  id: string;
  unitId: string;
  slug: string;
  title: string;
  unit: string;
  updatedAt: string;
  /** Whether the draft says something that the newest revision does not. */
  ahead: boolean;
  draft: unknown;
  /** The newest revision's journey, else the draft's (engine/journey.ts). */
  document: unknown;
  revision: { n: number; hash: string; createdAt: string } | null;
  runs: { id: string; mode: 'live' | 'drill'; status: string; enrolled: number; startedAt: string | null }[];
};

/** A journey with its newest revision and its last ten runs; undefined when no journey of these units has that slug. */
export async function journeyCover(
  database: Queryable,
  slug: string,
  units: readonly string[],
): Promise<JourneyCover | undefined> {
  const { rows } = await database.query<JourneyCover>(
    `select journey.id, journey.unit_id as "unitId", journey.slug, journey.title, unit.name as unit, ${iso('journey.updated_at')} as "updatedAt",
            journey.draft, newest.document is null or newest.document <> journey.draft as ahead,
            coalesce(newest.document, journey.draft) as document, newest.summary as revision,
            coalesce((select jsonb_agg(line order by line ->> 'id' desc) from (
                select jsonb_build_object('id', id, 'mode', mode, 'status', status, 'enrolled', enrolled,
                                          'startedAt', ${iso('launched_at')}) as line
                from run where run.journey_id = journey.id order by created_at desc limit 10) as lines), '[]') as runs
     from journey
     join unit on unit.id = journey.unit_id
     left join lateral (
       select document, jsonb_build_object('n', n, 'hash', hash, 'createdAt', ${iso('revision.created_at')}) as summary
       from revision where revision.journey_id = journey.id and n > 0 order by n desc limit 1) as newest on true
     where journey.slug = $1 and journey.unit_id = any($2::uuid[])
     order by journey.updated_at desc
     limit 1`,
    [slug, units],
  );
  return rows[0];
}
