import type { Queryable } from '../database.ts';

/** A journey that an official can launch. */
export type LaunchableJourney = {
  slug: string;
  title: string;
  description: string | null;
  class: string;
  unit: string;
  revision: number;
};

/** The journeys of these units whose newest revision can be launched, emergencies first. */
export async function launchableJourneys(database: Queryable, units: readonly string[]): Promise<LaunchableJourney[]> {
  const { rows } = await database.query<LaunchableJourney>(
    `select j.slug, j.title, v.document ->> 'description' as description, v.document ->> 'class' as class, unit.name as unit, v.n as revision
     from journey j join unit on unit.id = j.unit_id
     cross join lateral (select n, document from revision where journey_id = j.id and n > 0 order by n desc limit 1) v
     where j.unit_id = any($1::uuid[]) and jsonb_path_exists(v.document, '$.nodes[*] ? (@.kind == "launch")')
     order by v.document ->> 'class' <> 'emergency', j.title limit 200`,
    [units],
  );
  return rows;
}
