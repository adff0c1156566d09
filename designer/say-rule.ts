import type { Comparison, Rule } from '#engine/rule/rule.ts';
import { type Say, sayFact, sayList } from './say.ts';

/** A condition in words, as an official would read it aloud. */
export function sayRule(say: Say, rule: Rule): string {
  if ('all' in rule) return rule.all.length === 0 ? say('rule.always') : sayList(say, parts(say, rule.all));
  if ('any' in rule)
    return rule.any.length === 0 ? say('rule.never') : sayList(say, parts(say, rule.any), 'disjunction');
  if ('not' in rule) return say('rule.not', { rule: sayRule(say, rule.not) });
  return say(`rule.${rule.is}`, { fact: sayFact(say, rule.fact), ...values(say, rule) });
}

const parts = (say: Say, rules: Rule[]) =>
  rules.map((rule) => ('is' in rule || 'not' in rule ? sayRule(say, rule) : `(${sayRule(say, rule)})`));

function values(say: Say, rule: Comparison): Record<string, string | number> {
  if (!('value' in rule)) return {};
  const { value } = rule;
  if (rule.is === 'inside-polygon') return { value: '' };
  if (rule.is === 'within-km') return { value: rule.value.km };
  if (rule.is === 'between' || rule.is === 'age-between')
    return { from: scalar(say, rule.value[0]), to: scalar(say, rule.value[1]) };
  if (Array.isArray(value)) {
    const shown = value.slice(0, 4).map((one) => String(scalar(say, Array.isArray(one) ? one.join(' ') : one)));
    if (value.length > 4) shown.push(say('rule.more', { n: value.length - 4 }));
    return { value: sayList(say, shown, 'disjunction') };
  }
  return { value: scalar(say, value as string | number | boolean) };
}

function scalar(say: Say, value: string | number | boolean): string | number {
  if (typeof value === 'boolean') return say(value ? 'rule.yes' : 'rule.no');
  return value === 'today' ? say('rule.today') : value;
}
