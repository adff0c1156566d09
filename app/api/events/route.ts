import { database } from '#app/database.ts';
import { contract } from '../contract.ts';
import { door, modeOf } from '../door.ts';
import { readCloudEvents } from './read-cloud-events.ts';
import { receiveTogether } from './receive-together.ts';

export const dynamic = 'force-dynamic';

/** Keeps events about citizens; answered when they are committed. Who is unknown is kept too, and said. */
export function POST(request: Request): Promise<Response> {
  return door(request, contract.events, async (who) => {
    const mode = modeOf(request, who, contract.events.query);
    if (!mode.ok) return mode.answer;
    const events = await readCloudEvents(request);
    if (!events.ok) return events.answer;
    const answer = await receiveTogether(database(), { unitId: who.unitId, mode: mode.value }, events.value);
    return Response.json(answer, { status: contract.events.status });
  });
}
