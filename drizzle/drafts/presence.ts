import type { Queryable } from '../database.ts';

/** Somebody who has a draft open, and the node they are at. */
export type Present = { screen: string; officialId: string; by: string; node: string | null };

/** Says that an official has the draft open in this window, at this node; null for the official: has closed it. */
export async function bePresent(
  database: Queryable,
  {
    journeyId,
    screen,
    official,
    node,
  }: { journeyId: string; screen: string; official: { id: string; name: string } | null; node: string | null },
): Promise<void> {
  if (official)
    await database.query(
      `insert into draft_presence (journey_id, screen, official_id, by, node) values ($1, $2, $3, $4, $5)
       on conflict (journey_id, screen) do update set node = excluded.node, seen_at = now()`,
      [journeyId, screen, official.id, official.name, node],
    );
  else await database.query('delete from draft_presence where journey_id = $1 and screen = $2', [journeyId, screen]);
}

/** A draft's version and who has it open (seen in the last 25 s, which is two heartbeats), by name. */
export async function draftNews(
  database: Queryable,
  journeyId: string,
): Promise<{ version: number; present: Present[] } | undefined> {
  const { rows } = await database.query<{ version: number; present: Present[] }>(
    `select draft_version as version,
            coalesce((select jsonb_agg(jsonb_build_object('screen', screen, 'officialId', official_id, 'by', by, 'node', node)
                                       order by by, screen)
                      from draft_presence
                      where journey_id = journey.id and seen_at > now() - interval '25 seconds'), '[]') as present
     from journey where id = $1`,
    [journeyId],
  );
  return rows[0];
}
