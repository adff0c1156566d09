import type { Queryable } from '../database.ts';

/** What every page's frame shows: the unit's name, and whether a live emergency is running (the newest, by id and title). */
export type House = { unit: string | null; emergency: { id: string; title: string } | null; attention: boolean };

/** Reads the frame's facts in one question. */
export async function house(database: Queryable): Promise<House> {
  const { rows } = await database.query<House>(
    `select (select name from unit order by created_at limit 1) as unit,
            (select jsonb_build_object('id', run.id, 'title', journey.title) from run
               join journey on journey.id = run.journey_id
               where run.status in ('enrolling', 'open', 'stopping') and run.mode = 'live' and run.lane = 0
               order by run.created_at desc limit 1) as emergency,
            exists (select from attention) as attention`,
  );
  return rows[0] ?? { unit: null, emergency: null, attention: false };
}
