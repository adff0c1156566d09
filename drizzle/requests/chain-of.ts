import type { Journey } from '#engine/journey.ts';
import { canonicalJson } from '#engine/office/canonical-json.ts';
import type { Queryable } from '../database.ts';

/** A run and the updates that came after it. */
export type Chain = {
  rootId: string;
  /** Under which key people entered the newest of them. */
  inside: string;
  /** Whether a journey and its event would say the same as the newest of the chain: then only who is newly inside hears it. */
  saysTheSame: (journey: Journey, event: Record<string, unknown> | null) => boolean;
};

/** The chain that a live run of this unit belongs to; undefined when there is no such run. */
export async function chainOf(database: Queryable, unitId: string, runId: string): Promise<Chain | undefined> {
  const { rows } = await database.query<Newest>(
    `with root as (select coalesce(updates, id) as id from run where id = $2 and unit_id = $1 and mode = 'live' and follows is null)
     select root.id as "rootId", coalesce(r.entry_key, r.id::text) as inside, v.document -> 'texts' as texts, r.event
     from root join run r on r.id = root.id or r.updates = root.id
     join revision v on v.id = r.revision_id
     where r.status <> 'refused' order by r.id desc limit 1`,
    [unitId, runId],
  );
  const [newest] = rows;
  if (!newest) return undefined;
  return {
    rootId: newest.rootId,
    inside: newest.inside,
    saysTheSame: ({ texts }, event) =>
      canonicalJson(texts) === canonicalJson(newest.texts) &&
      canonicalJson(told(event)) === canonicalJson(told(newest.event)),
  };
}

type Newest = { rootId: string; inside: string; texts: unknown; event: Record<string, unknown> | null };

/** What of an event people are told: not its shape on the map, which says who they are. */
function told(event: Record<string, unknown> | null): Record<string, unknown> {
  const { area: _, ...words } = event ?? {};
  return words;
}
