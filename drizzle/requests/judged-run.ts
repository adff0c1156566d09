import type { FollowUpKind } from '#engine/journey.ts';
import type { Rule } from '#engine/rule/rule.ts';
import type { Queryable } from '../database.ts';

/** What of a run the gate looks at; times in epoch ms. `begun`: people have entered, or may already. */
export type JudgedRun = {
  id: string;
  unitId: string;
  slug: string;
  revisionId: string;
  kind: 'launched' | 'standing';
  mode: 'live' | 'drill';
  lane: number;
  status: string;
  audience: Rule | null;
  event: Record<string, unknown> | null;
  expiresAt: number | null;
  launchAt: number | null;
  ceilingDay: number | null;
  ceilingTotal: number | null;
  closesAt: number | null;
  updates: string | null;
  entryKey: string | null;
  requestId: string | null;
  follows: string | null;
  followKind: FollowUpKind | null;
  begun: boolean;
  /** Reaches the team's own addresses and nobody else: the claim sees to that. */
  team: boolean;
  now: number;
};

export async function judgedRun(database: Queryable, runId: string): Promise<JudgedRun | undefined> {
  const { rows } = await database.query<JudgedRun>(
    `select run.id, run.unit_id as "unitId", journey.slug, run.revision_id as "revisionId", run.kind, run.mode, run.lane, run.status,
            run.audience, run.event, cauce_ms(run.expires_at)::float8 as "expiresAt", cauce_ms(run.launch_at)::float8 as "launchAt",
            run.ceiling_day as "ceilingDay", run.ceiling_total as "ceilingTotal", cauce_ms(run.closes_at)::float8 as "closesAt",
            run.updates, run.entry_key as "entryKey", run.request_id as "requestId", run.follows, run.follow_kind as "followKind", run.team,
            run.kind = 'standing' and run.status = 'open' or exists (select from partition where run_id = run.id) as begun, cauce_ms(clock_timestamp())::float8 as now
     from run join journey on journey.id = run.journey_id where run.id = $1`,
    [runId],
  );
  return rows[0];
}
