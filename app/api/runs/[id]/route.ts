import { database } from '#app/database.ts';
import { runProgress } from '#drizzle/queries/run-progress.ts';
import { contract } from '../../contract.ts';
import { door, ownRun } from '../../door.ts';

export const dynamic = 'force-dynamic';

/** How a run goes. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return door(request, contract.run, async (who) => {
    const run = await ownRun(request, who, 'run', (await params).id);
    if (!run.ok) return run.answer;
    const progress = await runProgress(database(), run.value.runId);
    return Response.json(progress, { headers: { 'cache-control': 'no-store' } });
  });
}
