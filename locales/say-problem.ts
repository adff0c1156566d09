import type { Problem } from '#engine/problem.ts';
import type { Translate } from './translator.ts';

/** A problem as one sentence; a code that has none yet is told as it is, with what it carries. */
export function sayProblem(t: Translate, { code, params = {} }: Pick<Problem, 'code' | 'params'>): string {
  const key = `problems.${code}`;
  if (t.has(key)) return t(key, params);
  const told = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  return told.length > 0 ? `${code} (${told.join(', ')})` : code;
}
