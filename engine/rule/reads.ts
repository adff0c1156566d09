import type { Comparison, Rule } from './rule.ts';

export type Reads = {
  /** Names of attributes; a write to one may change the rule's answer. */
  attributes: string[];
  /** Names of member variables. */
  variables: string[];
  /** Dotted paths into the event; `area` when the rule asks for the area it carries. */
  event: string[];
  /** True when the answer may change with the date alone. */
  sweeps: boolean;
};

/** What a rule reads, each name once and in order of the alphabet. */
export function reads(rule: Rule): Reads {
  const found = { citizen: new Set<string>(), member: new Set<string>(), event: new Set<string>() };
  let sweeps = false;
  for (const comparison of comparisonsOf(rule)) {
    const [source, ...path] = comparison.fact.split('.');
    const names = comparison.fact === 'citizen.place' ? ['lat', 'lon', 'municipality'] : [path.join('.')];
    if (source === 'citizen' || source === 'member' || source === 'event')
      for (const name of names) found[source].add(name);
    if (comparison.is === 'inside-area-of-event') found.event.add('area');
    // Days are counted in the citizen's zone.
    if (asksDay(comparison)) found.citizen.add('zone');
    sweeps ||= asksToday(comparison);
  }
  return {
    attributes: [...found.citizen].sort(),
    variables: [...found.member].sort(),
    event: [...found.event].sort(),
    sweeps,
  };
}

/** Every comparison of a rule, in the order they are written. */
export function comparisonsOf(rule: Rule): Comparison[] {
  if ('all' in rule) return rule.all.flatMap(comparisonsOf);
  if ('any' in rule) return rule.any.flatMap(comparisonsOf);
  return 'not' in rule ? comparisonsOf(rule.not) : [rule];
}

function asksDay(comparison: Comparison): boolean {
  if (comparison.is === 'between') return typeof comparison.value[0] === 'string';
  return ['before', 'after', 'on'].includes(comparison.is) || asksToday(comparison);
}

function asksToday(comparison: Comparison): boolean {
  if (['in-last-days', 'in-next-days', 'age-between'].includes(comparison.is)) return true;
  return 'value' in comparison && [comparison.value].flat(1).some((value) => value === 'today') && isDated(comparison);
}

const isDated = ({ is }: Comparison) => ['before', 'after', 'on', 'between'].includes(is);
