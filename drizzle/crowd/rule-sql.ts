import type { Rule } from '#engine/rule/rule.ts';
import { comparisonSql } from './comparison-sql.ts';
import type { RuleScope } from './rule-scope.ts';

/**
 * The rule as a boolean SQL expression that is never null: the twin of `holds`. Every value is a bound parameter, and
 * core columns are compared bare, so that indexes serve.
 */
export function ruleSql(rule: Rule, scope: RuleScope): string {
  for (const alias of [scope.citizen, scope.member])
    if (alias !== undefined && !/^[a-z_][a-z0-9_]*$/.test(alias)) throw new Error(`Not an alias: ${alias}`);
  return node(rule, scope);
}

function node(rule: Rule, scope: RuleScope): string {
  if ('all' in rule) return group(rule.all, 'and', 'true', scope);
  if ('any' in rule) return group(rule.any, 'or', 'false', scope);
  if ('not' in rule) return `(not ${node(rule.not, scope)})`;
  return comparisonSql(rule, scope);
}

function group(parts: Rule[], word: 'and' | 'or', empty: string, scope: RuleScope): string {
  return parts.length === 0 ? empty : `(${parts.map((part) => node(part, scope)).join(` ${word} `)})`;
}
