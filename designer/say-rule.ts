import type { Rule } from '#engine/rule/rule.ts';
import { sentence } from '#engine/rule/sentence.ts';
import { insideSentence, type Say, sayFact } from './say.ts';

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
  if (typeof fact === 'string') values['fact'] = insideSentence(names?.fact?.(fact) ?? sayFact(say, fact));
  for (const name of ['value', 'low', 'high']) {
    const value = values[name];
    if (typeof value === 'string') values[name] = named[value] ? say(named[value]) : short(codes(say, value, names));
  }
  return values;
}

const named: Record<string, string> = { true: 'rule.yes', false: 'rule.no', today: 'rule.today' };

function codes(say: Say, value: string, names?: Names): string {
  if (names?.code && /^[0-9]{2}(?:[0-9]{3})?(?:, |$)/.test(value)) return value.split(', ').map(names.code).join(', ');
  return say.has(`code.${value}`) ? say(`code.${value}`) : value;
}

// A list of five hundred municipalities is a fact, not a sentence.
const short = (value: string) => (value.length > 90 ? `${value.slice(0, 88)}…` : value);
