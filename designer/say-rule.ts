import type { Rule } from '#engine/rule/rule.ts';
import { sentence } from '#engine/rule/sentence.ts';
import { type Say, sayFact } from './say.ts';

/** A condition in words, as an official would read it aloud. */
export function sayRule(say: Say, rule: Rule): string {
  return sentence(rule)
    .map(({ code, params }) => say(code, inWords(say, params)))
    .join(' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')');
}

function inWords(say: Say, params: Record<string, string | number>): Record<string, string | number> {
  const values = { ...params };
  if (typeof values['fact'] === 'string') values['fact'] = sayFact(say, values['fact']);
  for (const name of ['value', 'low', 'high']) {
    const value = values[name];
    if (typeof value === 'string') values[name] = named[value] ? say(named[value]) : short(value);
  }
  return values;
}

const named: Record<string, string> = { true: 'rule.yes', false: 'rule.no', today: 'rule.today' };

// A list of five hundred municipalities is a fact, not a sentence.
const short = (value: string) => (value.length > 90 ? `${value.slice(0, 88)}…` : value);
