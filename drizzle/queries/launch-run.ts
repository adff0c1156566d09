import type { Problem } from '#engine/problem.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { planOf } from '../crowd/plan.ts';
import { type Joinable, transaction } from '../database.ts';
import { launchAudience } from '../requests/launch-audience.ts';
import { missingAccounts } from './missing-accounts.ts';
import { openRun } from './open-run.ts';
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
  /** Launched by a team key: reaches the team's own addresses only. */
  team?: boolean | undefined;
};
export type Launched = { ok: true; runId: string } | { ok: false; problems: Problem[] };

/**
 * Opens a run of the newest revision of a journey, to be enrolled by its workflow once the gate lets it (open-run.ts). A
 * journey whose triggers wait for events opens as standing. Refused, with every reason, when there is no such journey, a
 * channel has no account or an attribute is held for other purposes.
 */
export async function launchRun(database: Joinable, launch: Launch): Promise<Launched> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ journey_id: string; revision_id: string }>(
      `select j.id as journey_id, v.id as revision_id from journey j join revision v on v.journey_id = j.id
       where j.unit_id = $1 and j.slug = $2 and v.n > 0 order by v.n desc limit 1`,
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
    const runId = await openRun(tx, {
      unitId: launch.unitId,
      revision: { id: found.revision_id, journeyId: found.journey_id, journey: plan.journey },
      kind: standing ? 'standing' : 'launched',
      mode: launch.mode,
      audience: standing ? undefined : (launchAudience(plan.journey, launch.audience) ?? { all: [] }),
      event: launch.event,
      clock: launch.clock,
      expiresAt: launch.expiresAt,
      team: launch.team,
    });
    return { ok: true, runId };
  });
}

const hasEventTrigger = (nodes: { kind: string }[]) =>
  nodes.some(({ kind }) => kind === 'event' || kind === 'cap-warning' || kind === 'schedule');
