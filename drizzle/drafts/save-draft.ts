import type { Journey } from '#engine/journey.ts';
import type { Phrase } from '#engine/node.ts';
import { type Joinable, transaction } from '../database.ts';
import type { StoredComment } from './comments-of.ts';
import { keepComments } from './keep-comments.ts';

type Save = {
  journeyId: string;
  /** The version that whoever saves has seen. */
  version: number;
  journey: Journey;
  comments: StoredComment[];
  officialId: string | null;
  by: string;
  said: Phrase[];
};

/**
 * Saves a draft over the version that was seen, and answers its new version; null when somebody else saved meanwhile, and
 * then nothing is changed. What one official saves within five minutes is one line of the history; the last 200 are kept.
 */
export async function saveDraft(database: Joinable, save: Save): Promise<number | null> {
  const { journeyId, version, journey, officialId, by, said } = save;
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ n: number }>(
      `update journey set draft = $3, title = $4, draft_version = draft_version + 1, draft_by = $5, updated_at = now()
       where id = $1 and draft_version = $2 returning draft_version as n`,
      [journeyId, version, journey, journey.title, by],
    );
    const n = rows[0]?.n;
    if (n === undefined) return null;
    await keepComments(tx, save);
    await tx.query(
      `with before as (
         delete from draft_save where journey_id = $1 and n = $2 - 1 and official_id = $3
           and at > now() - interval '5 minutes' and began_at > now() - interval '1 hour'
         returning began_at, said),
       old as (delete from draft_save where journey_id = $1 and n < $2 - 200)
       insert into draft_save (journey_id, n, official_id, by, began_at, said, document)
       select $1, $2, $3, $4, coalesce((select began_at from before), now()),
              coalesce((select said from before), '[]') || $5::jsonb, $6`,
      [journeyId, n, officialId, by, JSON.stringify(said.slice(-50)), journey],
    );
    return n;
  });
}
