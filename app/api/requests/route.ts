import { database } from '#app/database.ts';
import { pokeRequestSoon } from '#app/temporal.ts';
import { once } from '#drizzle/queries/once.ts';
import { unitOfJourney } from '#drizzle/queries/units.ts';
import { type Asked, askRequest } from '#drizzle/requests/ask-request.ts';
import { requestList } from '#drizzle/requests/request-list.ts';
import { askerOf } from '../asker-of.ts';
import { contract } from '../contract.ts';
import { bodyOf, door } from '../door.ts';
import { parseBy } from '../parse-by.ts';
import { refuse, refuseProblems } from '../refuse.ts';
import { otherBody, repeatOf } from '../repeat-of.ts';

export const dynamic = 'force-dynamic';

/** The newest requests of the units that whoever asks may read. */
export function GET(request: Request): Promise<Response> {
  return door(request, contract.requests, async (who) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const asked = parseBy(request, contract.requests.query, query, 'query');
    if (!asked.ok) return asked.answer;
    return Response.json({ requests: await requestList(database(), who.units, asked.value) });
  });
}

/** Asks for a signature: what may be asked for waits from then on, and whoever may sign is called. */
export function POST(request: Request): Promise<Response> {
  return door(request, contract.ask, async (who) => {
    const body = await bodyOf(request, contract.ask);
    if (!body.ok) return body.answer;
    const { request: before, note, ...wish } = body.value;
    const unitId = (await unitOfJourney(database(), wish.slug, who.units)) ?? who.unitId;
    if (who.mode === 'test' || !who.may('run.ask-to-launch', unitId))
      return refuse(request, { status: 403, code: 'permission-missing', params: { permission: 'run.ask-to-launch' } });
    const repeat = repeatOf(request, who, contract.ask.path, body.value);
    if (!repeat.ok) return repeat.answer;
    const done = await once<Asked>(database(), repeat.value, (tx) =>
      askRequest(tx, { asker: askerOf(who), unitId, requestId: before, note, wish: { what: 'launch', ...wish } }),
    );
    if (!done.ok) return otherBody(request);
    if (!done.answer.ok) return refuseProblems(request, 422, 'cannot-ask', done.answer.problems);
    const { requestId, hash, lane } = done.answer;
    pokeRequestSoon({ id: requestId, lane });
    return Response.json(
      { request: requestId, hash },
      { status: contract.ask.status, headers: { location: `/api/requests/${requestId}` } },
    );
  });
}
