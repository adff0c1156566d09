import type { Context } from '#engine/check/subject.ts';
import type { Problem } from '#engine/problem.ts';
import type { Asked, Told } from './check.worker.ts';
import { type Draft, journeyOf } from './draft.ts';

/** Says what is wrong with a draft, some time later. */
export type Checker = (draft: Draft) => Promise<Problem[]>;

/** How long (ms) until a worker that could not be had, the network being away, is asked for again. */
const retry = 2_000;

/**
 * A checker in a worker of its own. A worker that does not come, or breaks, is replaced and asked again what it owes.
 * `close` ends it; what was still asked is then never answered.
 */
export function workerChecker(context: Context): { check: Checker; close: () => void } {
  const waiting = new Map<number, { journey: unknown; answer: (problems: Problem[]) => void }>();
  let worker = start();
  let again: ReturnType<typeof setTimeout> | undefined;
  let n = 0;

  function start() {
    const fresh = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
    fresh.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      waiting.get(data.n)?.answer(data.problems);
      waiting.delete(data.n);
    });
    fresh.addEventListener('error', () => {
      fresh.terminate();
      again = setTimeout(() => (worker = start()), retry);
    });
    const asked: Asked[] = [{ context }, ...[...waiting].map(([number, { journey }]) => ({ n: number, journey }))];
    for (const each of asked) fresh.postMessage(each, []);
    return fresh;
  }

  return {
    check: (draft) =>
      new Promise((answer) => {
        const journey = journeyOf(draft);
        waiting.set(++n, { journey, answer });
        worker.postMessage({ n, journey } satisfies Asked, []);
      }),
    close: () => {
      clearTimeout(again);
      worker.terminate();
    },
  };
}
