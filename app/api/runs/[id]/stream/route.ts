import { database } from '#app/database.ts';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import { contract } from '../../../contract.ts';
import { door, ownRun } from '../../../door.ts';
import { refuse } from '../../../refuse.ts';
import { watching, watchRun } from './watch-run.ts';

export const dynamic = 'force-dynamic';

const mostWatchers = 500;
/** Messages a slow reader may be behind; then it misses some, since each tells everything. */
const mostBehind = 5;

/** Tells how a run goes each second, as server-sent events, until the reader leaves. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return door(request, contract.stream, async (who) => {
    const run = await ownRun(request, who, 'run', (await params).id);
    if (!run.ok) return run.answer;
    if (watching() >= mostWatchers)
      return refuse(request, { status: 503, code: 'too-many-watch', headers: { 'retry-after': '10' } });
    return new Response(streamOf(request, run.value.runId), {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    });
  });
}

function streamOf(request: Request, runId: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave = () => {};
  return new ReadableStream({
    start(controller) {
      const tell = (progress: RunProgress) => {
        if ((controller.desiredSize ?? 0) <= -mostBehind) return;
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(progress)}\n\n`));
      };
      const stopWatching = watchRun(database(), runId, tell);
      leave = () => {
        stopWatching();
        leave = () => {};
      };
      request.signal.addEventListener('abort', () => {
        leave();
        try {
          controller.close();
        } catch {
          // Closed already by whoever read.
        }
      });
    },
    cancel: () => leave(),
  });
}
