import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

/** A comment as screens have it; `by` is what its author was called when writing. */
export type StoredComment = {
  id: string;
  node: string;
  answers?: string;
  text: string;
  by: string;
  at: string;
  resolved?: { by: string; at: string };
};

/** What has been said about a journey's nodes, oldest first. */
export async function commentsOf(database: Queryable, journeyId: string): Promise<StoredComment[]> {
  const { rows } = await database.query<{ comment: StoredComment }>(
    `select jsonb_strip_nulls(jsonb_build_object(
              'id', id, 'node', node, 'answers', answers, 'text', text, 'by', by, 'at', ${iso('at')},
              'resolved', case when resolved_at is not null
                               then jsonb_build_object('by', resolved_by, 'at', ${iso('resolved_at')}) end)) as comment
     from draft_comment where journey_id = $1 order by at, id`,
    [journeyId],
  );
  return rows.map(({ comment }) => comment);
}
