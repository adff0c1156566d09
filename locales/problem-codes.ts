import { readdirSync, readFileSync } from 'node:fs';

/**
 * Every code that a `Problem` of engine/ or channels/ may carry, found in the sources: written beside its severity or
 * place, or handed to a function or error that takes a `code`. Codes of summaries and rule pieces are other families.
 */
export function problemCodes(root: URL): string[] {
  const sources = ['engine', 'channels'].flatMap((room) => sourcesOf(new URL(`${room}/`, root)));
  const found = new Set<string>();
  for (const source of sources) {
    for (const [, code] of source.matchAll(/\bcode: '([a-z][a-z0-9-]*)'(?=[^;{}]{0,160}(?:\bseverity\b|\.\.\.))/g))
      found.add(code as string);
    for (const [, one, other] of source.matchAll(
      /\bcode: [^,'?]+(?:'[^']*')? \? '([a-z-]+)' : '([a-z-]+)',\s*severity/g,
    ))
      for (const code of [one, other]) found.add(code as string);
  }
  for (const source of sources)
    if (/\bProblem\b/.test(source))
      for (const [, code] of source.matchAll(/(?:problem: |, )'((?:rule|text|template|polygon)-[a-z-]+)'/g))
        found.add(code as string);
  const makers = [...new Set(sources.flatMap(makersOf))];
  const made = new RegExp(`\\b(?:${makers.join('|')})\\(\\s*(?:[\\w.]+,\\s*){0,2}'([a-z]+(?:-[a-z0-9]+)*)'`, 'g');
  for (const source of sources)
    if (/\b(?:Problem|problems?)\b/.test(source))
      for (const [, code] of source.matchAll(made)) found.add(code as string);
  // Zod's own word, and words that stand where a code may.
  for (const word of ['custom', 'error', 'warning']) found.delete(word);
  return [...found].sort();
}

function makersOf(source: string): string[] {
  const patterns = [
    /function (\w+)(?:<[^>]*>)?\([^)]*\bcode: string/g,
    /const (\w+)[^=\n]*= \(\s*code\b/g,
    /class (\w+)[^}]{0,300}?constructor\(\s*code: string/g,
  ];
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name]) => name as string));
}

function sourcesOf(room: URL): string[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(test|fixture|arbitrary)\.ts$/.test(file))
    .map((file) => readFileSync(new URL(file, room), 'utf8'));
}
