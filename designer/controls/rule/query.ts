import type { RuleGroupType, RuleType } from 'react-querybuilder';
import type { Rule } from '#engine/rule/rule.ts';
import { recordOf, textOf } from '../read-value.ts';

/** A rule as the query builder holds it: groups that may be turned round, and comparisons with any value, right or not. */
export type Query = RuleGroupType<RuleType, 'and' | 'or'>;
type Part = Query | RuleType;

/** Any value as a query: a rule, a half-written one, or nothing, which asks nothing. */
export function toQuery(rule: unknown): Query {
  if (rule === undefined) return { combinator: 'and', rules: [] };
  const part = toPart(rule);
  return 'rules' in part ? part : { combinator: 'and', rules: [part] };
}

/** The rule that a query tells, in its shortest form; what is not written yet stays unwritten, for `check` to say so. */
export function fromQuery(query: Query): Rule {
  return fromGroup(query) as Rule; // half-written values stay in it; whoever reads it parses it
}

function toPart(raw: unknown): Part {
  const rule = recordOf(raw);
  if (Array.isArray(rule['all'])) return { combinator: 'and', rules: rule['all'].map(toPart) };
  if (Array.isArray(rule['any'])) return { combinator: 'or', rules: rule['any'].map(toPart) };
  if ('not' in rule) {
    const inner = toPart(rule['not']);
    return 'rules' in inner && !inner.not ? { ...inner, not: true } : { combinator: 'and', not: true, rules: [inner] };
  }
  return { field: textOf(rule['fact']), operator: textOf(rule['is']), value: rule['value'] };
}

function fromGroup({ combinator, rules, not }: Query): unknown {
  const parts = rules.map((part) => ('rules' in part ? fromGroup(part) : fromComparison(part)));
  const whole = parts.length === 1 ? parts[0] : combinator === 'and' ? { all: parts } : { any: parts };
  return not ? { not: whole } : whole;
}

const fromComparison = ({ field, operator, value }: RuleType) =>
  value === undefined ? { fact: field, is: operator } : { fact: field, is: operator, value: value as unknown };
