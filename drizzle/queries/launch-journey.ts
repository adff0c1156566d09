import { journeyLengthMs } from '#engine/journey-length.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { checkRule } from '#engine/rule/check-rule.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { planOf } from '../crowd/plan.ts';
import type { Joinable } from '../database.ts';
import { catalogueOf } from './catalogue.ts';
import { type Launched, launchRun } from './launch-run.ts';

export type LaunchWish = {
  unitId: string;
  slug: string;
  mode: 'live' | 'drill';
  /** Who enters; the launch trigger's own audience when left out. */
  audience?: Rule | undefined;
  event?: Record<string, unknown> | undefined;
  /** Opens the journey's event triggers even where it could also be launched. */
  standing?: boolean | undefined;
  /** A drill's clock: where it starts (epoch ms; now), and its scale, or in how long (ms) the whole journey is to pass. */
  clock?: { startsAt?: number | undefined; scale?: number | undefined; withinMs?: number | undefined } | undefined;
  expiresAt?: number | undefined;
  /** Launched by a team key: reaches the team's own addresses only. */
  team?: boolean | undefined;
};

/**
 * Launches the newest revision of a journey as an official asks for it: the audience is checked against the catalogue, and
 * a drill's scale follows from how long the whole journey is to take. A journey without a launch trigger opens standing.
 */
export async function launchJourney(database: Joinable, wish: LaunchWish): Promise<Launched> {
  const { unitId, slug, mode, audience, standing } = wish;
  const { rows } = await database.query<{ id: string }>(
    `select v.id from journey j join revision v on v.journey_id = j.id where j.unit_id = $1 and j.slug = $2 and v.n > 0 order by v.n desc limit 1`,
    [unitId, slug],
  );
  if (!rows[0])
    return { ok: false, problems: [{ code: 'no-such-journey', severity: 'error', path: ['slug'], params: { slug } }] };
  const { journey, compiled } = await planOf(database, rows[0].id);
  const launchable = journey.nodes.some(({ kind }) => kind === 'launch');
  const waits = journey.nodes.some(({ kind }) => kind !== 'launch' && kindOf(kind)?.entry);
  if (standing ? !waits : !launchable && audience !== undefined)
    return {
      ok: false,
      problems: [
        {
          code: standing ? 'no-event-trigger' : 'no-launch-trigger',
          severity: 'error',
          path: [standing ? 'standing' : 'audience'],
        },
      ],
    };
  if (audience) {
    const known = { attributes: await catalogueOf(database, unitId), variables: [], event: true };
    const problems = checkRule(audience, known, ['audience']).filter(({ severity }) => severity === 'error');
    if (problems.length > 0) return { ok: false, problems };
  }
  const { startsAt = Date.now(), scale, withinMs } = wish.clock ?? {};
  return launchRun(database, {
    unitId,
    slug,
    mode,
    ...(!standing && launchable && { audience, event: wish.event ?? {} }),
    ...(mode === 'drill' && {
      clock: { startsAt, scale: scale ?? (withinMs ? Math.max(1, journeyLengthMs(journey, compiled) / withinMs) : 1) },
    }),
    expiresAt: wish.expiresAt,
    team: wish.team,
  });
}
