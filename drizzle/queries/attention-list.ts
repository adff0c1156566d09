import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** People who wait because of one reason in one run, with up to five of them. */
export type AttentionGroup = {
  runId: string;
  unitId: string;
  mode: 'live' | 'drill';
  journey: { slug: string; title: string };
  reason: string;
  detail: string | null;
  n: number;
  since: string;
  members: string[];
};

/** What waits in these units for somebody to look, the longest waiting first; at most 200 groups, of one run if `runId` is given. */
export async function attentionList(
  database: Queryable,
  units: readonly string[],
  runId: string | null = null,
): Promise<AttentionGroup[]> {
  const { rows } = await database.query<AttentionGroup>(
    `select grouped.run_id as "runId", run.unit_id as "unitId", run.mode, grouped.reason, grouped.detail, grouped.n, ${iso('grouped.since')} as since,
            grouped.members, jsonb_build_object('slug', journey.slug, 'title', journey.title) as journey
     from (select run_id, reason, min(detail) as detail, count(*)::int as n, min(at) as since,
                  (array_agg(member_id order by at, member_id))[1:5] as members
           from attention where $1::uuid is null or run_id = $1 group by run_id, reason) as grouped
     join run on run.id = grouped.run_id and run.unit_id = any($2::uuid[])
     join journey on journey.id = run.journey_id
     order by grouped.since
     limit 200`,
    [runId, units],
  );
  return rows;
}
