import { compare } from './compare.ts';
import type { Facts } from './read-fact.ts';
import type { Rule } from './rule.ts';

/**
 * Whether a rule holds for one member. Two-valued: a comparison on a missing or unreadable value is false, and
 * `not-equals`, `not-in` and `missing` are the exact complements of `equals`, `in` and `exists`.
 * `ruleSql` is its twin for crowds.
 */
export function holds(rule: Rule, facts: Facts): boolean {
  if ('all' in rule) return rule.all.every((part) => holds(part, facts));
  if ('any' in rule) return rule.any.some((part) => holds(part, facts));
  if ('not' in rule) return !holds(rule.not, facts);
  return compare(rule, facts);
}
