import type { Journey } from '#engine/journey.ts';
import type { Phrase } from '#engine/node.ts';
import { type Joinable, transaction } from '../database.ts';

type Creation = { unitId: string; journey: Journey; officialId: string | null; by: string; said: Phrase };

/** Stores a new journey as a draft; its slug gets a number where the unit has one of that name. Answers the slug it got. */
export async function createJourney(database: Joinable, creation: Creation): Promise<{ id: string; slug: string }> {
  const { unitId, journey, officialId, by, said } = creation;
  return transaction(database, async (tx) => {
    // Two who begin alike at once must not both find the name free.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 40))', [unitId]);
    const { rows: free } = await tx.query<{ slug: string }>(
      `select slug from (
         select case when n = 1 then $2::text else left($2::text, 58) || '-' || n end as slug, n
         from generate_series(1, 9999) as n) as names
       where not exists (select from journey where unit_id = $1 and journey.slug = names.slug)
       order by n limit 1`,
      [unitId, journey.slug],
    );
    const slug = free[0]!.slug;
    const document = { ...journey, slug };
    const { rows } = await tx.query<{ id: string }>(
      `insert into journey (unit_id, slug, title, draft, draft_by) values ($1, $2, $3, $4, $5) returning id`,
      [unitId, slug, journey.title, document, by],
    );
    const id = rows[0]!.id;
    await tx.query(
      `insert into draft_save (journey_id, n, official_id, by, said, document) values ($1, 1, $2, $3, $4, $5)`,
      [id, officialId, by, JSON.stringify([said]), document],
    );
    return { id, slug };
  });
}
