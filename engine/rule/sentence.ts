import type { Comparison, Rule } from './rule.ts';

/** A piece of a sentence: `code` names its words in locales, `params` fill them. `fact` is a rule's name for a fact. */
export type Piece = { code: string; params: Record<string, string | number> };

/**
 * A rule as pieces in reading order: `rule.is.<operator>` for comparisons, `rule.and`, `rule.or` and `rule.not` between
 * them, `rule.open` and `rule.close` around inner groups, `rule.everyone` and `rule.nobody` for empty ones. What is denied
 * is told by the operator that says the opposite, where there is one; of a yes or no, `rule.is.not-true` or `-false`.
 */
export function sentence(rule: Rule): Piece[] {
  if ('all' in rule) return group(rule.all, 'rule.and', 'rule.everyone');
  if ('any' in rule) return group(rule.any, 'rule.or', 'rule.nobody');
  if ('not' in rule) return denied(rule.not);
  return [told(rule, rule.is)];
}

function denied(rule: Rule): Piece[] {
  const opposite = 'is' in rule ? opposites[rule.is] : undefined;
  return 'is' in rule && opposite ? [told(rule, opposite)] : [word('rule.not'), ...enclosed(rule)];
}

/** Operators that are each other's exact complement (README.md). */
const opposites: Partial<Record<Comparison['is'], Comparison['is']>> = {
  equals: 'not-equals',
  'not-equals': 'equals',
  in: 'not-in',
  'not-in': 'in',
  exists: 'missing',
  missing: 'exists',
};

function told(comparison: Comparison, is: Comparison['is']): Piece {
  const value = 'value' in comparison ? comparison.value : undefined;
  const code = is === 'not-equals' && typeof value === 'boolean' ? `not-${value}` : is;
  return { code: `rule.is.${code}`, params: { fact: comparison.fact, ...paramsOf(comparison) } };
}

function group(parts: readonly Rule[], between: string, empty: string): Piece[] {
  if (parts.length === 0) return [word(empty)];
  if (parts.length === 1) return parts.flatMap(sentence);
  return parts.flatMap((part, index) => (index === 0 ? enclosed(part) : [word(between), ...enclosed(part)]));
}

function enclosed(rule: Rule): Piece[] {
  const pieces = sentence(rule);
  return pieces.length === 1 || 'not' in rule ? pieces : [word('rule.open'), ...pieces, word('rule.close')];
}

const word = (code: string): Piece => ({ code, params: {} });

function paramsOf(comparison: Comparison): Piece['params'] {
  switch (comparison.is) {
    case 'exists':
    case 'missing':
    case 'inside-area-of-event':
      return {};
    case 'between':
    case 'age-between':
      return { low: comparison.value[0], high: comparison.value[1] };
    case 'within-km':
      return { ...comparison.value };
    case 'inside-polygon':
      return { count: comparison.value.length };
    case 'in':
    case 'not-in':
    case 'has-any':
    case 'in-municipality':
    case 'in-province':
      return { value: comparison.value.join(', '), count: comparison.value.length };
    default:
      return { value: typeof comparison.value === 'boolean' ? String(comparison.value) : comparison.value };
  }
}
