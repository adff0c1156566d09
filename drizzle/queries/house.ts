import type { Queryable } from '../database.ts';

/** What every page's frame shows: the names of the official's units, and whether a live emergency is running (the newest, by id and title). */
export type House = { units: string[]; emergency: { id: string; title: string } | null; attention: boolean };

/** Reads the frame's facts in one question. */
export async function house(database: Queryable, units: readonly string[]): Promise<House> {
  const { rows } = await database.query<House>(
    `select coalesce((select jsonb_agg(name order by created_at, id) from unit where id = any($1::uuid[])), '[]') as units,
            (select jsonb_build_object('id', run.id, 'title', journey.title) from run
               join journey on journey.id = run.journey_id
               where run.status in ('enrolling', 'open', 'stopping') and run.mode = 'live' and run.lane = 0 and run.unit_id = any($1::uuid[])
               order by run.created_at desc limit 1) as emergency,
            exists (select from attention join run on run.id = attention.run_id where run.unit_id = any($1::uuid[])) as attention`,
    [units],
  );
  return rows[0] ?? { units: [], emergency: null, attention: false };
}
