import type { Problem } from '#engine/problem.ts';

type Sentences = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

/** A problem as one sentence; a code that has none yet is told as it is, with what it carries. */
export function sayProblem(t: Sentences, { code, params = {} }: Pick<Problem, 'code' | 'params'>): string {
  const key = `problems.${code}`;
  if (t.has(key)) return t(key, params);
  const told = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  return told.length > 0 ? `${code} (${told.join(', ')})` : code;
}
