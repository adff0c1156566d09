import type { Compiled } from '#engine/compile.ts';
import { coreAttribute } from '#engine/rule/core-attributes.ts';
import type { Comparison, Rule } from '#engine/rule/rule.ts';

export type FactRead = { name: string; type: 'boolean' | 'number' | 'date' | 'text' };

/** The facts of a citizen that a journey's rules ask about, each once, with the type that its questions tell. */
export function factsRead({ readings }: Pick<Compiled, 'readings'>): FactRead[] {
  const found = new Map<string, FactRead['type']>();
  const look = (rule: Rule): void => {
    if ('all' in rule) rule.all.forEach(look);
    else if ('any' in rule) rule.any.forEach(look);
    else if ('not' in rule) look(rule.not);
    else if (rule.fact.startsWith('citizen.')) {
      const name = rule.fact.slice('citizen.'.length);
      if (coreAttribute(name)?.type !== 'place' && !found.has(name)) found.set(name, typeOf(rule));
    }
  };
  for (const reading of Object.values(readings)) if (reading.ask === 'rule') look(reading.rule);
  return [...found].map(([name, type]) => ({ name, type }));
}

function typeOf(comparison: Comparison): FactRead['type'] {
  switch (comparison.is) {
    case 'before':
    case 'after':
    case 'on':
    case 'in-last-days':
    case 'in-next-days':
    case 'age-between':
      return 'date';
    case 'less':
    case 'at-most':
    case 'greater':
    case 'at-least':
      return 'number';
    case 'equals':
    case 'not-equals':
      return typeof comparison.value === 'boolean'
        ? 'boolean'
        : typeof comparison.value === 'number'
          ? 'number'
          : 'text';
    case 'between':
      return typeof comparison.value[0] === 'number' ? 'number' : 'date';
    default:
      return 'text';
  }
}
