import type { Rule } from '../rule/rule.ts';

/** Operators that say where somebody is. */
const placing = new Set<string>([
  'in-municipality',
  'in-province',
  'inside-polygon',
  'within-km',
  'inside-area-of-event',
]);

/**
 * A rule for other places: what it asks about people stays, where it asks for them is now these municipalities. Places that
 * are one way of several to match (`any`, `not`) stay, for without them it would be another rule.
 */
export function atPlaces(rule: Rule, municipalities: string[]): Rule {
  const people = withoutPlaces(rule);
  const there: Rule = { fact: 'citizen.municipality', is: 'in-municipality', value: municipalities };
  return { all: [...(people === undefined ? [] : 'all' in people ? people.all : [people]), there] };
}

function withoutPlaces(rule: Rule): Rule | undefined {
  if ('all' in rule) return { all: rule.all.flatMap((part) => withoutPlaces(part) ?? []) };
  if ('any' in rule || 'not' in rule) return rule;
  return placing.has(rule.is) ? undefined : rule;
}
