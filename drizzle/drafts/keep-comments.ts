import type { Queryable } from '../database.ts';
import type { StoredComment } from './comments-of.ts';

/**
 * Makes the comments of a journey what an official's draft holds, as far as it is theirs to say: new ones are theirs,
 * whatever name they bear, their own unanswered ones may go, and anybody may close or open a thread.
 */
export async function keepComments(
  database: Queryable,
  {
    journeyId,
    officialId,
    by,
    comments,
  }: { journeyId: string; officialId: string | null; by: string; comments: StoredComment[] },
): Promise<void> {
  await database.query(
    `with given as (
       select * from jsonb_to_recordset($4::jsonb)
         as given(id uuid, node text, answers uuid, text text, at timestamptz, resolved jsonb)),
     gone as (
       delete from draft_comment as old where journey_id = $1 and official_id = $2
         and not exists (select from given where given.id = old.id)
         and not exists (select from draft_comment as answer where answer.answers = old.id)),
     closed as (
       update draft_comment as old
       set resolved_by = case when given.resolved is not null then $3 end,
           resolved_at = case when given.resolved is not null then now() end
       from given
       where old.id = given.id and old.journey_id = $1 and (old.resolved_at is null) = (given.resolved is not null))
     insert into draft_comment (id, journey_id, node, answers, text, official_id, by, at)
     select given.id, $1, given.node, given.answers, given.text, $2, $3, least(given.at, now())
     from given left join draft_comment as known on known.id = given.id
     where known.id is null
     on conflict (id) do nothing`,
    [journeyId, officialId, by, JSON.stringify(comments)],
  );
}
