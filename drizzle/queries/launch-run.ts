import { parseConfig } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Problem } from '#engine/problem.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { planOf } from '../crowd/plan.ts';
import { type Database, transaction } from '../database.ts';
import { missingAccounts } from './missing-accounts.ts';
import { purposeProblems } from './purpose-problems.ts';

export type Launch = {
  unitId: string;
  slug: string;
  mode: 'live' | 'drill';
  audience?: Rule | undefined;
  /** What the journey may read as `event.…`: area, warning, a note. */
  event?: unknown;
  /** A drill's own time: where its clock starts (epoch ms) and how many of its seconds pass in one of ours. */
  clock?: { startsAt: number; scale: number } | undefined;
  expiresAt?: number | undefined;
};
export type Launched = { ok: true; runId: string } | { ok: false; problems: Problem[] };

/**
 * Opens a run of the newest revision of a journey, ready to be enrolled by its workflow. A journey whose triggers wait for
 * events opens as standing. Refused, with every reason, when there is no such journey a channel has no account, or an attribute is held for
 * other purposes.
 */
export async function launchRun(database: Database, launch: Launch): Promise<Launched> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ journey_id: string; revision_id: string }>(
      `select j.id as journey_id, v.id as revision_id from journey j join revision v on v.journey_id = j.id
       where j.unit_id = $1 and j.slug = $2 order by v.n desc limit 1`,
      [launch.unitId, launch.slug],
    );
    const found = rows[0];
    if (!found)
      return { ok: false, problems: [{ code: 'no-such-journey', severity: 'error', params: { slug: launch.slug } }] };
    const plan = await planOf(tx, found.revision_id);
    const problems = [
      ...(await missingAccounts(tx, launch.unitId, launch.mode, plan)),
      ...(await purposeProblems(tx, launch.unitId, plan, launch.audience)),
    ];
    if (problems.length > 0) return { ok: false, problems };
    const trigger = plan.journey.nodes.find(({ kind }) => kind === 'launch');
    const standing =
      !trigger || (launch.audience === undefined && launch.event === undefined && hasEventTrigger(plan.journey.nodes));
    const lane = plan.journey.class === 'emergency' ? 0 : plan.journey.class === 'informative' ? 2 : 1;
    const config = trigger ? parseConfig(kindOf('launch')!, trigger) : undefined;
    const audience = launch.audience ??
      (config?.ok ? (config.config as { audience?: Rule }).audience : undefined) ?? { all: [] };
    const expires = launch.expiresAt ?? null;
    const made = await tx.query<{ id: string }>(
      `insert into run (unit_id, journey_id, revision_id, kind, mode, lane, status, audience, event, clock_at, clock_scale,
         clock_ticked_at, expires_at, launched_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, cauce_at($10), $11, clock_timestamp(), cauce_at($12), clock_timestamp())
       returning id`,
      [
        launch.unitId,
        found.journey_id,
        found.revision_id,
        standing ? 'standing' : 'launched',
        launch.mode,
        lane,
        standing ? 'open' : 'approved',
        standing ? null : JSON.stringify(audience),
        launch.event === undefined ? null : JSON.stringify(launch.event),
        launch.mode === 'drill' ? (launch.clock?.startsAt ?? Date.now()) : null,
        launch.clock?.scale ?? 1,
        expires,
      ],
    );
    return { ok: true, runId: made.rows[0]!.id };
  });
}

const hasEventTrigger = (nodes: { kind: string }[]) =>
  nodes.some(({ kind }) => kind === 'event' || kind === 'cap-warning' || kind === 'schedule');
