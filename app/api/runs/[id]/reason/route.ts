import { database } from '#app/database.ts';
import { explain } from '#drizzle/audit/explain.ts';
import { contract } from '../../../contract.ts';
import { bodyOf, door, ownRun } from '../../../door.ts';

export const dynamic = 'force-dynamic';

/** Why a run was braked, said afterwards: the brake itself never waits for words. */
export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return door(request, contract.explain, async (who) => {
    const { id } = await params;
    const run = await ownRun(request, who, 'run', id);
    if (!run.ok) return run.answer;
    const body = await bodyOf(request, contract.explain);
    if (!body.ok) return body.answer;
    const { of, reason } = body.value;
    await explain(database(), { runId: id, unitId: run.value.unitId, who: who.by, of, reason });
    return Response.json({ id });
  });
}
