import type { Problem } from '#engine/problem.ts';

type Sentences = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

/** A problem as one sentence; a code that has none yet is told as it is, with what it carries. */
export function sayProblem(t: Sentences, { code, params = {} }: Pick<Problem, 'code' | 'params'>): string {
  const key = `problems.${code}`;
  if (t.has(key)) return t(key, inWords(t, params));
  const told = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  return told.length > 0 ? `${code} (${told.join(', ')})` : code;
}

/** What a problem carries as names of ours is said in words: a way out, a channel, a language. */
function inWords(t: Sentences, params: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const key = `${families[name] ?? ''}.${value}`;
      return [name, families[name] !== undefined && t.has(key) ? t(key) : value];
    }),
  );
}

const families: Record<string, string> = {
  port: 'port',
  channel: 'channel',
  language: 'language',
  class: 'class',
  found: 'language',
  declared: 'language',
};
