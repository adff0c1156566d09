import compile from 'icu-minify/compile';
import type { Messages } from './formats.ts';

/** Words that never stand on a screen (DESIGN.md). «notificación» is allowed only beside Notific@ or DEHú. */
const forbidden: { word: RegExp; unless?: RegExp }[] = [
  { word: /\busuari[oa]s?\b/i },
  { word: /\bclientes?\b/i },
  { word: /\bacuses? de recibo\b/i },
  { word: /\bfehacientes?\b/i },
  { word: /\bnotificaci(?:ón|ones)\b/i, unless: /Notific@|DEHú/ },
  { word: /\b(?:users?|customers?)\b/i },
];

/** Every sentence by its dotted key. */
export function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages))
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, sentence] of flatten(value, `${prefix}${key}.`)) flat.set(inner, sentence);
  return flat;
}

/** What is wrong with one language beside Spanish, the reference: keys, syntax, values, words. Empty when all is well. */
export function checkLanguage(es: Messages, other: Messages, { complete }: { complete: boolean }): string[] {
  const [reference, flat] = [flatten(es), flatten(other)];
  const wrong: string[] = [];
  if (complete) for (const key of reference.keys()) if (!flat.has(key)) wrong.push(`${key}: missing`);
  for (const [key, sentence] of flat) {
    const spanish = reference.get(key);
    if (spanish === undefined) {
      wrong.push(`${key}: not in Spanish`);
      continue;
    }
    const [values, wanted] = [valuesOf(sentence), valuesOf(spanish)];
    if (values === undefined) wrong.push(`${key}: not valid ICU`);
    else
      for (const name of values) if (!wanted?.has(name)) wrong.push(`${key}: {${name}} is not in the Spanish sentence`);
    if (sentence.includes('#')) wrong.push(`${key}: writes a figure with #, which is not grouped like the others`);
    for (const { word, unless } of forbidden)
      if (word.test(sentence) && !unless?.test(sentence))
        wrong.push(`${key}: «${word.exec(sentence)?.[0]}» is never said`);
  }
  return wrong;
}

/** The names of the values a sentence is filled with; undefined when it is not valid ICU. */
export function valuesOf(sentence: string): Set<string> | undefined {
  try {
    return new Set(names(compile(sentence)));
  } catch {
    return undefined;
  }
}

/** A compiled part is words, or `[name]`, or `[name, kind, options by case]`. */
function* names(part: unknown): Generator<string> {
  if (!Array.isArray(part)) return;
  const [name, kind, options] = part as unknown[];
  const isValue = typeof name === 'string' && (part.length === 1 || typeof kind === 'number');
  if (!isValue) for (const inner of part) yield* names(inner);
  else {
    yield name;
    if (typeof options === 'object' && options !== null)
      for (const inner of Object.values(options)) yield* names(inner);
  }
}

/**
 * The keys that code asks for: written whole, and as beginnings that code completes (`runStatus.` + status). Sentences
 * that data names (problems, rules, summaries) are asked for by family.
 */
export function askedFor(sources: string[]): { whole: Set<string>; beginnings: Set<string> } {
  const [whole, beginnings] = [new Set<string>(), new Set<string>()];
  for (const source of sources) {
    for (const [, key] of source.matchAll(
      /(?:\bt|\bsay|\btranslate)\(\s*(?:[^()'`]{0,60}\? )?'([\w-]+(?:\.[\w-]+)+)'/g,
    ))
      whole.add(key as string);
    for (const [, key] of source.matchAll(/'([a-z]\w*\.[a-zA-Z][\w-]*)'/g)) whole.add(key as string);
    for (const [, start] of source.matchAll(/`([a-zA-Z]\w*\.[\w.-]*)\$\{/g)) beginnings.add(start as string);
    for (const [, family] of source.matchAll(/(?:sayName\(\s*\w+,\s*|\bfamily: )'(\w+)'/g))
      beginnings.add(`${family}.`);
  }
  return { whole, beginnings };
}
