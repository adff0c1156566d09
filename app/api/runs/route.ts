import { database } from '#app/database.ts';
import { pokeRequestSoon, pokeSoon } from '#app/temporal.ts';
import { once } from '#drizzle/queries/once.ts';
import { unitOfJourney } from '#drizzle/queries/units.ts';
import { type LaunchedOrAsked, launchOrAsk } from '#drizzle/requests/launch-or-ask.ts';
import { askerOf } from '../asker-of.ts';
import { contract } from '../contract.ts';
import { bodyOf, door } from '../door.ts';
import { refuse, refuseProblems } from '../refuse.ts';
import { otherBody, repeatOf } from '../repeat-of.ts';

export const dynamic = 'force-dynamic';

/**
 * Launches a journey; its run is ready when this is answered, and people enter from then on. What one person may not launch
 * becomes a request: 202 with its address. The same `Idempotency-Key` again is answered the same and launches nothing.
 */
export function POST(request: Request): Promise<Response> {
  return door(request, contract.launch, async (who) => {
    const body = await bodyOf(request, contract.launch);
    if (!body.ok) return body.answer;
    const { slug, mode, clock, expiresAt, ...wish } = body.value;
    if (who.mode === 'test' && mode === 'live')
      return refuse(request, { status: 403, code: 'test-key', errors: [{ field: 'mode', code: 'test-key' }] });
    const unitId = (await unitOfJourney(database(), slug, who.units)) ?? who.unitId;
    if (mode === 'live' && !who.may('run.ask-to-launch', unitId))
      return refuse(request, { status: 403, code: 'permission-missing', params: { permission: 'run.ask-to-launch' } });
    const repeat = repeatOf(request, who, contract.launch.path, body.value);
    if (!repeat.ok) return repeat.answer;
    const done = await once<LaunchedOrAsked>(database(), repeat.value, (tx) =>
      launchOrAsk(
        tx,
        {
          ...wish,
          unitId,
          slug,
          mode,
          clock: clock && {
            startsAt: clock.startsAt === undefined ? undefined : Date.parse(clock.startsAt),
            scale: clock.scale,
            withinMs: clock.withinSeconds === undefined ? undefined : clock.withinSeconds * 1_000,
          },
          expiresAt: expiresAt === undefined ? undefined : Date.parse(expiresAt),
          team: who.mode === 'team' && mode === 'live',
        },
        askerOf(who),
      ),
    );
    return done.ok ? answerOf(request, done.answer) : otherBody(request);
  });
}

function answerOf(request: Request, launched: LaunchedOrAsked): Response {
  if (!launched.ok) {
    const unknown = launched.problems.some(({ code }) => code === 'no-such-journey');
    return refuseProblems(request, unknown ? 404 : 422, 'cannot-launch', launched.problems);
  }
  if ('requestId' in launched) {
    const { requestId, reason, lane } = launched;
    pokeRequestSoon({ id: requestId, lane });
    return Response.json(
      { request: requestId, reason },
      { status: 202, headers: { location: `/api/requests/${requestId}` } },
    );
  }
  const { runId } = launched;
  pokeSoon({ id: runId, lane: 0 });
  return Response.json({ id: runId }, { status: contract.launch.status, headers: { location: `/api/runs/${runId}` } });
}
