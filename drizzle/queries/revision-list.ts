import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

export type RevisionLine = { n: number; hash: string; createdAt: string; title: string; runs: number };

/** The published revisions of a journey, newest first, with how often each has been run. */
export async function revisionList(database: Queryable, journeyId: string): Promise<RevisionLine[]> {
  const { rows } = await database.query<RevisionLine>(
    `select n, hash, ${iso('created_at')} as "createdAt", document ->> 'title' as title,
            (select count(*)::int from run where run.revision_id = revision.id) as runs
     from revision where journey_id = $1 and n > 0 order by n desc limit 500`,
    [journeyId],
  );
  return rows;
}
