import type { Context } from '#engine/check/subject.ts';
import type { Problem } from '#engine/problem.ts';
import type { Asked, Told } from './check.worker.ts';
import { type Draft, journeyOf } from './draft.ts';

/** Says what is wrong with a draft, some time later. */
export type Checker = (draft: Draft) => Promise<Problem[]>;

/** A checker in a worker of its own. `close` ends it; what was still asked is then never answered. */
export function workerChecker(context: Context): { check: Checker; close: () => void } {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (problems: Problem[]) => void>();
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    waiting.get(data.n)?.(data.problems);
    waiting.delete(data.n);
  });
  const ask = (asked: Asked) => worker.postMessage(asked, []);
  ask({ context });
  let n = 0;
  return {
    check: (draft) =>
      new Promise((resolve) => {
        waiting.set(++n, resolve);
        ask({ n, journey: journeyOf(draft) });
      }),
    close: () => worker.terminate(),
  };
}
