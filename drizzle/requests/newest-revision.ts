import type { Compiled } from '#engine/compile.ts';
import type { Journey } from '#engine/journey.ts';
import type { Queryable } from '../database.ts';

/** A revision as it stands in the database at this moment: read anew, since its hash is to be taken. */
export type Revision = { id: string; journeyId: string; n: number; journey: Journey; compiled: Compiled };

const columns = `v.id, v.journey_id as "journeyId", v.n, v.document as journey, v.compiled`;

/** The newest revision of a unit's journey; undefined when it has none. */
export async function newestRevision(database: Queryable, unitId: string, slug: string): Promise<Revision | undefined> {
  const { rows } = await database.query<Revision>(
    `select ${columns} from journey j join revision v on v.journey_id = j.id
     where j.unit_id = $1 and j.slug = $2 and v.n > 0 order by v.n desc limit 1`,
    [unitId, slug],
  );
  return rows[0];
}

/** The revision with this id. */
export async function revisionAt(database: Queryable, id: string): Promise<Revision | undefined> {
  const { rows } = await database.query<Revision>(`select ${columns} from revision v where v.id = $1`, [id]);
  return rows[0];
}

/** The revision of a unit's journey with this number. */
export async function revisionOf(
  database: Queryable,
  unitId: string,
  { slug, n }: { slug: string; n: number },
): Promise<Revision | undefined> {
  const { rows } = await database.query<Revision>(
    `select ${columns} from journey j join revision v on v.journey_id = j.id
     where j.unit_id = $1 and j.slug = $2 and v.n = $3`,
    [unitId, slug, n],
  );
  return rows[0];
}

/** The number of the newest revision of a unit's journey; 0 when it has none. */
export async function revisionCount(database: Queryable, unitId: string, slug: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `select greatest(coalesce(max(v.n), 0), 0)::int as n from journey j join revision v on v.journey_id = j.id
     where j.unit_id = $1 and j.slug = $2`,
    [unitId, slug],
  );
  return rows[0]?.n ?? 0;
}
