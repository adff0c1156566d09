import type { Attribute } from '#engine/rule/attribute.ts';
import type { Queryable } from '../database.ts';

/** The attributes a unit has catalogued, as `check` wants them. */
export async function catalogueOf(database: Queryable, unitId: string): Promise<Attribute[]> {
  const { rows } = await database.query<Attribute & { purposes: string[] | null }>(
    `select name, type, title, source, basis, norm, freshness_days as "freshnessDays", purposes
     from attribute where unit_id = $1 order by name`,
    [unitId],
  );
  // Nobody has said yet is an absence, as in a catalogue that somebody wrote.
  return rows.map(({ purposes, ...attribute }) => (purposes === null ? attribute : { ...attribute, purposes }));
}
