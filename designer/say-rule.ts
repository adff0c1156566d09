import type { Rule } from '#engine/rule/rule.ts';
import { sentence } from '#engine/rule/sentence.ts';
import { factInside, insideSentence, type Say, sayList } from './say.ts';

/** Better names than those of rules, where somebody knows them: of facts, and of the codes of places. */
type Names = { fact?: (fact: string) => string; code?: (code: string) => string };

/** A condition in words, as an official would read it aloud. */
export function sayRule(say: Say, rule: Rule, names?: Names): string {
  return sentence(rule)
    .map(({ code, params }) => say(code, inWords(say, params, names)))
    .join(' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')');
}

function inWords(say: Say, params: Record<string, string | number>, names?: Names): Record<string, string | number> {
  const values = { ...params };
  const { fact } = values;
  if (typeof fact === 'string') values['fact'] = names?.fact ? insideSentence(names.fact(fact)) : factInside(say, fact);
  const call = (code: string) => sayCode(say, String(fact), code, names);
  for (const name of ['value', 'low', 'high']) {
    const value = values[name];
    if (typeof value !== 'string') continue;
    // What is counted is a list.
    const all = 'count' in params ? sayList(say, value.split(', ').map(call), 'disjunction') : call(value);
    values[name] = named[value] ? say(named[value]) : short(all);
  }
  return values;
}

const named: Record<string, string> = { true: 'rule.yes', false: 'rule.no', today: 'rule.today' };

/** One value of a fact: a place, a language, or what is known by a code; anything else as it was written. */
export function sayCode(say: Say, fact: string, code: string, names?: Pick<Names, 'code'>): string {
  if (names?.code && /^[0-9]{2}(?:[0-9]{3})?$/.test(code)) return names.code(code);
  const key = `${families[fact] ?? 'code'}.${code}`;
  return say.has(key) ? say(key) : code;
}

/** Facts whose values have words of their own in locales/. */
const families: Record<string, string> = { 'citizen.language': 'language', 'event.severity': 'severity' };

// A list of five hundred municipalities is a fact, not a sentence.
const short = (value: string) => (value.length > 90 ? `${value.slice(0, 88)}…` : value);
