import { z } from 'zod';
import { tryCall } from '#workflows/try-call.ts';
import { bodyOf, door } from '../../api/door.ts';
import { database } from '../../database.ts';
import { doorAt } from '../../doors.ts';
import { inventedPeople } from '../invented-people.ts';
import { unitAsked } from '../unit-asked.ts';

const here = { scope: null, action: doorAt('/ask/call').action };
const body = z.strictObject({
  connection: z.string().max(60),
  method: z.enum(['GET', 'POST', 'PUT']),
  path: z.string().max(300),
  send: z.array(z.string().max(80)).max(30),
  unit: z.uuid().optional(),
});

/** Sends somebody invented to the address that a connection keeps for trying, and shows what went and what came back. */
export function POST(request: Request): Promise<Response> {
  return door(request, here, async (who) => {
    const read = await bodyOf(request, { body, maxBytes: 16 * 1024 });
    if (!read.ok) return read.answer;
    const { unit: named, ...call } = read.value;
    const unit = unitAsked(request, who, named);
    if (!unit.ok) return unit.answer;
    const [person] = inventedPeople;
    const citizen = person?.citizen ?? {};
    const inPath = [...call.path.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)].map(([, name = '']) => name);
    const facts = Object.fromEntries([...call.send, ...inPath].map((fact) => [fact, factOf(citizen, fact)]));
    const tried = await tryCall(database(), { unitId: unit.value, ...call, facts });
    return Response.json(tried, { headers: { 'cache-control': 'no-store' } });
  });
}

/** What is not known of somebody invented is made up as well: a trial should look like the real thing. */
function factOf(citizen: Record<string, unknown>, fact: string): unknown {
  const name = fact.slice(fact.indexOf('.') + 1);
  const attributes = citizen['attributes'] as Record<string, unknown> | undefined; // an object by its column
  return citizen[name] ?? attributes?.[name] ?? 'ejemplo';
}
