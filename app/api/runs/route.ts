import { database } from '#app/database.ts';
import { pokeSoon } from '#app/temporal.ts';
import { auditedLaunch } from '#drizzle/audit/audited-launch.ts';
import { unitOfJourney } from '#drizzle/queries/units.ts';
import { contract } from '../contract.ts';
import { bodyOf, door } from '../door.ts';
import { refuse, refuseProblems } from '../refuse.ts';

export const dynamic = 'force-dynamic';

/** Launches a journey; its run is ready when this is answered, and people enter from then on. */
export function POST(request: Request): Promise<Response> {
  return door(request, contract.launch, async (who) => {
    const body = await bodyOf(request, contract.launch);
    if (!body.ok) return body.answer;
    const { slug, mode, audience, event, standing, clock, expiresAt } = body.value;
    if (who.mode === 'test' && mode === 'live')
      return refuse(request, { status: 403, code: 'test-key', errors: [{ field: 'mode', code: 'test-key' }] });
    const unitId = (await unitOfJourney(database(), slug, who.units)) ?? who.unitId;
    if (mode === 'live' && !who.may('run.ask-to-launch', unitId))
      return refuse(request, { status: 403, code: 'permission-missing', params: { permission: 'run.ask-to-launch' } });
    const launched = await auditedLaunch(database(), who.by, {
      unitId,
      slug,
      mode,
      audience,
      event,
      standing,
      clock: clock && {
        startsAt: clock.startsAt === undefined ? undefined : Date.parse(clock.startsAt),
        scale: clock.scale,
        withinMs: clock.withinSeconds === undefined ? undefined : clock.withinSeconds * 1_000,
      },
      expiresAt: expiresAt === undefined ? undefined : Date.parse(expiresAt),
      team: who.mode === 'team' && mode === 'live',
    });
    if (!launched.ok) {
      const unknown = launched.problems.some(({ code }) => code === 'no-such-journey');
      return refuseProblems(request, unknown ? 404 : 422, 'cannot-launch', launched.problems);
    }
    const { runId } = launched;
    pokeSoon({ id: runId, lane: 0 });
    return Response.json(
      { id: runId },
      { status: contract.launch.status, headers: { location: `/api/runs/${runId}` } },
    );
  });
}
