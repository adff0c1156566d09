import { database } from '#app/database.ts';
import { type AttributeChange, changeAttributes } from '#drizzle/crowd/change-attributes.ts';
import { contract } from '../../contract.ts';
import { bodyOf, door } from '../../door.ts';
import { refuse, refuseProblems } from '../../refuse.ts';

export const dynamic = 'force-dynamic';

/** Writes attributes of citizens, all or nothing; what is known of real people is out of reach of test and team keys. */
export function POST(request: Request): Promise<Response> {
  return door(request, contract.attributes, async (who) => {
    if (who.mode !== 'live') return refuse(request, { status: 403, code: `${who.mode}-key` });
    const body = await bodyOf(request, contract.attributes);
    if (!body.ok) return body.answer;
    const { source, changes } = body.value;
    const result = await changeAttributes(database(), { unitId: who.unitId, source, changes: changes.map(asChange) });
    if (!result.ok) return refuseProblems(request, 422, 'cannot-change', result.problems);
    return Response.json({ changed: result.changed, woken: result.woken });
  });
}

type Told = { citizenId?: string | undefined; ref?: string | undefined; attributes: AttributeChange['attributes'] };

const asChange = ({ citizenId, ref, attributes }: Told): AttributeChange =>
  citizenId === undefined ? { ref: ref ?? '', attributes } : { citizenId, attributes };
