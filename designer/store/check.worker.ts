import type { Context } from '#engine/check/subject.ts';
import { check } from '#engine/check.ts';
import type { Problem } from '#engine/problem.ts';

/** Checks journeys beside the page, so that typing never waits: a number and a journey in, the number and its problems out. */
export type Asked = { context: Context } | { n: number; journey: unknown };
export type Told = { n: number; problems: Problem[] };

let context: Context = { catalogue: [] };
// A worker's own scope, which the DOM's types take for a window.
const house = self as unknown as Pick<Worker, 'addEventListener' | 'postMessage'>;

house.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if ('context' in data) context = data.context;
  else house.postMessage({ n: data.n, problems: check(data.journey, context) } satisfies Told, []);
});
