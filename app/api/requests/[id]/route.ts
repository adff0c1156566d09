import { database } from '#app/database.ts';
import { readRequest } from '#drizzle/requests/request-row.ts';
import { isId } from '#engine/is-id.ts';
import { contract } from '../../contract.ts';
import { door } from '../../door.ts';
import { unknownRequest } from './unknown-request.ts';

export const dynamic = 'force-dynamic';

/** A request as it stands, with the content that is to be signed. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return door(request, contract.request, async (who) => {
    const { id } = await params;
    const found = isId(id) ? await readRequest(database(), id) : undefined;
    if (!found || !who.units.includes(found.unitId)) return unknownRequest(request);
    const { status, what, hash, content, reason, held, askedAt, lapsesAt, runId } = found;
    const at = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
    return Response.json({
      id,
      status,
      what,
      hash,
      content,
      reason,
      held,
      askedAt: at(askedAt),
      lapsesAt: at(lapsesAt),
      run: runId,
    });
  });
}
