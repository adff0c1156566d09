import type { Phrase } from '#engine/node.ts';
import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

export type DraftSave = { n: number; by: string; at: string; said: Phrase[] };

/** The last saved versions of a draft, newest first, with who saved them and the sentences that tell what was done. */
export async function draftSaves(database: Queryable, journeyId: string, limit = 50): Promise<DraftSave[]> {
  const { rows } = await database.query<DraftSave>(
    `select n, by, ${iso('at')} as at, said from draft_save where journey_id = $1 order by n desc limit $2`,
    [journeyId, limit],
  );
  return rows;
}
