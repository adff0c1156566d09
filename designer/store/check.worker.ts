import type { Context } from '#engine/check/subject.ts';
import { check } from '#engine/check.ts';

/** Checks journeys beside the page, so that typing never waits: a number and a journey in, the number and its problems out. */
let context: Context = { catalogue: [] };
// A worker's own scope, which the DOM's types do not name.
const scope = self as unknown as {
  onmessage: (message: MessageEvent<Asked>) => void;
  postMessage: (told: Told) => void;
};

export type Asked = { context: Context } | { n: number; journey: unknown };
export type Told = { n: number; problems: ReturnType<typeof check> };

scope.onmessage = ({ data }) => {
  if ('context' in data) context = data.context;
  else scope.postMessage({ n: data.n, problems: check(data.journey, context) });
};
