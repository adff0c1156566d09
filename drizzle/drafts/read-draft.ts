import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';
import { commentsOf, type StoredComment } from './comments-of.ts';

export type StoredDraft = {
  journeyId: string;
  unitId: string;
  slug: string;
  title: string;
  /** Grows with every save. */
  version: number;
  /** The draft as it was stored, whatever its schema (engine/journey.ts reads it). */
  document: unknown;
  by: string;
  savedAt: string;
  comments: StoredComment[];
};

/** The draft of the journey of that slug in one of these units; undefined when there is none. */
export async function readDraft(
  database: Queryable,
  { slug, units }: { slug: string; units: readonly string[] },
): Promise<StoredDraft | undefined> {
  const { rows } = await database.query<Omit<StoredDraft, 'comments'>>(
    `select id as "journeyId", unit_id as "unitId", slug, title, draft_version as version, draft as document,
            draft_by as by, ${iso('updated_at')} as "savedAt"
     from journey where slug = $1 and unit_id = any($2::uuid[])
     order by updated_at desc limit 1`,
    [slug, units],
  );
  const found = rows[0];
  return found && { ...found, comments: await commentsOf(database, found.journeyId) };
}
