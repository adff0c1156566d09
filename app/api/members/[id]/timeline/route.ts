import { database } from '#app/database.ts';
import { memberTimeline } from '#drizzle/queries/member-timeline.ts';
import { contract } from '../../../contract.ts';
import { door, ownRun } from '../../../door.ts';
import { refuse } from '../../../refuse.ts';

export const dynamic = 'force-dynamic';

/** One person's path through a run, with its reasons. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return door(request, contract.timeline, async (who) => {
    const { id } = await params;
    const run = await ownRun(request, who, 'member', id);
    if (!run.ok) return run.answer;
    const timeline = await memberTimeline(database(), id);
    if (!timeline) return refuse(request, { status: 404, code: 'unknown-member' });
    // The journey as published is the journey's to tell, not each member's.
    const { document: _, compiled: __, ...told } = timeline;
    return Response.json({ ...told, runId: run.value.runId }, { headers: { 'cache-control': 'no-store' } });
  });
}
