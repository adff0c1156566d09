import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

export type RevisionDocument = {
  journeyId: string;
  slug: string;
  title: string;
  unit: string;
  unitId: string;
  /** Null: the draft. */
  revision: { n: number; hash: string } | null;
  at: string;
  document: unknown;
};

/** One revision of a journey of these units, or its draft; undefined when it is not there. */
export async function revisionDocument(
  database: Queryable,
  { slug, units, n }: { slug: string; units: readonly string[]; n: number | 'draft' },
): Promise<RevisionDocument | undefined> {
  const { rows } = await database.query<RevisionDocument>(
    `select journey.id as "journeyId", journey.slug, coalesce(revision.document, journey.draft) ->> 'title' as title, unit.name as unit, unit.id as "unitId",
            case when revision.id is not null then jsonb_build_object('n', revision.n, 'hash', revision.hash) end as revision,
            ${iso('coalesce(revision.created_at, journey.updated_at)')} as at,
            coalesce(revision.document, journey.draft) as document
     from journey
     join unit on unit.id = journey.unit_id
     left join revision on revision.journey_id = journey.id and revision.n = $3
     where journey.slug = $1 and journey.unit_id = any($2::uuid[]) and ($3::int is null or revision.id is not null)
     order by journey.updated_at desc
     limit 1`,
    [slug, units, n === 'draft' ? null : n],
  );
  return rows[0];
}
