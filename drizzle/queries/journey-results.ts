import type { Queryable } from '../database.ts';

export type JourneyResults = { outcomes: { outcome: string; n: number }[]; inside: number; attention: number };

/** How the real runs of a journey have ended for people, the most frequent first; how many are inside, and how many wait to be looked at. */
export async function journeyResults(database: Queryable, journeyId: string): Promise<JourneyResults> {
  const { rows } = await database.query<JourneyResults>(
    `with real as (select id from run where journey_id = $1 and mode = 'live'),
       counted as (
         select name, sum(n)::int as n from counter where run_id in (select id from real)
           and (name like 'outcome:%' or name = 'attention') group by name)
     select coalesce((select jsonb_agg(jsonb_build_object('outcome', substr(name, 9), 'n', n) order by n desc, name)
                      from counted where name like 'outcome:%' and n > 0), '[]') as outcomes,
            coalesce((select sum(members - gone)::int from partition where run_id in (select id from real)), 0) as inside,
            (select count(*)::int from (select from attention where run_id in (select id from real) limit 1000) as held) as attention`,
    [journeyId],
  );
  return rows[0]!;
}
