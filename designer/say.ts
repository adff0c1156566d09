import type { Phrase } from '#engine/node.ts';
import { type Duration, durationMs } from '#engine/time/duration.ts';
import { listFormat } from '#locales/dates-and-lists.ts';

/** Turns a key of locales/ and its values into a sentence in the reader's language. */
export type Say = {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
  locale: string;
};

/** A name from locales/ under `family`, or the name itself, which the journey's author chose. */
export function sayName(say: Say, family: string, name: string): string {
  const key = `${family}.${name}`;
  return say.has(key) ? say(key) : name.replaceAll(/[-_]/g, ' ');
}

/** A kind's summary sentence. Durations arrive as `ms`, channels as a comma list; both become words. */
export function sayPhrase(say: Say, { code, params }: Phrase): string {
  const values: Record<string, string | number> = { ...params };
  if (typeof params['ms'] === 'number') values['duration'] = sayDuration(say, params['ms']);
  if (typeof params['channels'] === 'string')
    values['channels'] = sayList(
      say,
      params['channels'].split(', ').map((channel) => insideSentence(sayName(say, 'channel', channel))),
    );
  if (typeof params['fact'] === 'string') values['fact'] = sayFact(say, params['fact']);
  if (typeof params['severity'] === 'string') values['severity'] = sayName(say, 'severity', params['severity']);
  if (typeof params['skill'] === 'string') values['skill'] = sayName(say, 'skill', params['skill']);
  if (typeof params['outcome'] === 'string') values['outcome'] = sayName(say, 'outcome', params['outcome']);
  return say.has(`summary.${code}`) ? say(`summary.${code}`, values) : code;
}

/** Milliseconds in the largest unit that holds them exactly: 48 h are 2 days, 90 min stay minutes. */
export function sayDuration(say: Say, length: number | Duration): string {
  const ms = typeof length === 'number' ? length : durationMs(length);
  for (const [unit, size] of units) if (ms >= size && ms % size === 0) return say(`unit.${unit}`, { n: ms / size });
  return say('unit.seconds', { n: Math.round(ms / 1_000) });
}

export function sayList(say: Say, parts: string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return lister(say.locale, type).format(parts);
}

const listers = new Map<string, ReturnType<typeof listFormat>>();

/** Making one takes longer than a card. */
function lister(locale: string, type: 'conjunction' | 'disjunction'): ReturnType<typeof listFormat> {
  const key = `${locale} ${type}`;
  const known = listers.get(key) ?? listFormat(locale, type);
  listers.set(key, known);
  return known;
}

/** `citizen.birthDate` → «fecha de nacimiento», `event.urgency` → «urgencia»; a variable as its author called it. */
export function sayFact(say: Say, fact: string): string {
  const name = fact.slice(fact.indexOf('.') + 1).replaceAll('.', '-');
  if (fact.startsWith('event.')) return sayName(say, 'eventFact', name);
  return fact.startsWith('citizen.') ? sayName(say, 'fact', name) : name;
}

/** A name in the middle of a sentence: SMS stays SMS, and «de la ITV»; Llamada becomes llamada. */
export const insideSentence = (name: string) => name.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());

/** What a fact is called in the middle of a sentence. */
export const factInside = (say: Say, fact: string) => insideSentence(sayFact(say, fact));

/** What begins a sentence, or stands alone. */
export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const units = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
] as const;
