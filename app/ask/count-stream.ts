import { type AudienceQuestion, type Measure } from '#drizzle/queries/audience-measures.ts';
import { type LiveCount, liveCount } from '#drizzle/queries/live-count.ts';
import { countingDatabase } from '../counting-database.ts';
import { database } from '../database.ts';

/**
 * A live count as lines of JSON, each an answer as soon as it is known. Whoever stops listening stops the counting. `say`
 * makes of a count what this official may see.
 */
export function countStream(
  request: Request,
  question: AudienceQuestion,
  measures: readonly Measure[],
  say: (count: LiveCount) => object,
  options: { carers?: boolean } = {},
): Response {
  const leaving = new AbortController();
  request.signal.addEventListener('abort', () => leaving.abort(), { once: true });
  const lines = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      try {
        const counts = liveCount(countingDatabase(), question, measures, leaving.signal, {
          ...options,
          cancelBy: database(),
        });
        for await (const count of counts) controller.enqueue(lines.encode(`${JSON.stringify(say(count))}\n`));
        controller.close();
      } catch (error) {
        if (!leaving.signal.aborted) controller.error(error);
      }
    },
    cancel: () => leaving.abort(),
  });
  return new Response(stream, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } });
}
