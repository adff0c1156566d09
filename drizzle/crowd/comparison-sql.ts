import { coreAttribute, safetyFlags } from '#engine/rule/core-attributes.ts';
import { fold } from '#engine/rule/fold.ts';
import type { Comparison } from '#engine/rule/rule.ts';
import { coreComparisonSql } from './core-comparison-sql.ts';
import { dayComparisonSql } from './day-comparison-sql.ts';
import { jsonPlace, placeComparisonSql } from './place-comparison-sql.ts';
import { bind, eventSql, type RuleScope, zoneSql } from './rule-scope.ts';

/** One comparison as SQL, never null: on the bare column where it is a core attribute of that type, else on jsonb. */
export function comparisonSql(comparison: Comparison, scope: RuleScope): string {
  if (comparison.is === 'not-equals') return `(not ${comparisonSql({ ...comparison, is: 'equals' }, scope)})`;
  if (comparison.is === 'not-in') return `(not ${comparisonSql({ ...comparison, is: 'in' }, scope)})`;
  if (comparison.is === 'missing') return `(not ${comparisonSql({ fact: comparison.fact, is: 'exists' }, scope)})`;
  if (comparison.is === 'in') {
    // Apart, because a code is compared to the letter with texts, and read as a number with numbers.
    const texts = comparison.value.filter((value) => typeof value === 'string');
    const numbers = comparison.value.filter((value) => typeof value === 'number');
    if (texts.length > 0 && numbers.length > 0)
      return `(${[texts, numbers].map((value) => comparisonSql({ ...comparison, value }, scope)).join(' or ')})`;
  }
  if (neverHolds(comparison, scope)) return 'false';
  return coreComparisonSql(comparison, scope) ?? `coalesce(${jsonComparison(comparison, scope)}, false)`;
}

// Settled before anything is bound: Postgres refuses a parameter that the statement does not name.
function neverHolds(comparison: Comparison, scope: RuleScope): boolean {
  if (comparison.is === 'in' || comparison.is === 'has-any') return comparison.value.length === 0;
  if (comparison.is === 'inside-polygon') return comparison.value.length < 3;
  return comparison.is === 'inside-area-of-event' && scope.event === undefined && scope.sharedEvent === undefined;
}

/** True, false or null (false) over a value read as jsonb. */
function jsonComparison(
  comparison: Exclude<Comparison, { is: 'not-equals' | 'not-in' | 'missing' }>,
  scope: RuleScope,
): string {
  const value = factSql(comparison.fact, scope);
  const text = `cauce_fold(cauce_text(${value}))`;
  const number = `cauce_number(${value})`;
  switch (comparison.is) {
    case 'equals':
      if (typeof comparison.value === 'boolean')
        return `${value} = to_jsonb(${bind(scope, comparison.value, 'boolean')})`;
      return inSql([comparison.value], text, number, scope);
    case 'in':
      return inSql(comparison.value, text, number, scope);
    case 'contains':
      return `strpos(${text}, ${bind(scope, fold(comparison.value), 'text')}) > 0`;
    case 'starts-with':
      return `starts_with(${text}, ${bind(scope, fold(comparison.value), 'text')})`;
    case 'has':
      return `cauce_list_has(${value}, ${bind(scope, [fold(comparison.value)], 'text[]')})`;
    case 'has-any':
      return `cauce_list_has(${value}, ${bind(scope, comparison.value.map(fold), 'text[]')})`;
    case 'less':
      return `${number} < ${bind(scope, comparison.value, 'float8')}`;
    case 'at-most':
      return `${number} <= ${bind(scope, comparison.value, 'float8')}`;
    case 'greater':
      return `${number} > ${bind(scope, comparison.value, 'float8')}`;
    case 'at-least':
      return `${number} >= ${bind(scope, comparison.value, 'float8')}`;
    case 'exists':
      return `${value} not in ('null', '""', '[]')`;
    case 'in-municipality':
      return `cauce_municipality(${value}) = any (${bind(scope, comparison.value, 'text[]')})`;
    case 'in-province':
      return `left(cauce_municipality(${value}), 2) = any (${bind(scope, comparison.value, 'text[]')})`;
    case 'inside-polygon':
    case 'within-km':
    case 'inside-area-of-event':
      return placeComparisonSql(comparison, jsonPlace(value), scope);
    case 'between':
      if (typeof comparison.value[0] === 'number')
        return `${number} between ${comparison.value.map((value) => bind(scope, value, 'float8')).join(' and ')}`;
      return dayComparisonSql(comparison, `cauce_date(${value}, ${zoneSql(scope)})`, scope);
    default:
      return dayComparisonSql(comparison, `cauce_date(${value}, ${zoneSql(scope)})`, scope);
  }
}

/** Equality with any of the values, which are all texts or all numbers. */
function inSql(values: readonly (string | number)[], text: string, number: string, scope: RuleScope): string {
  const texts = values.filter((value) => typeof value === 'string').map(fold);
  return texts.length > 0
    ? `${text} = any (${bind(scope, texts, 'text[]')})`
    : `${number} = any (${bind(scope, values, 'float8[]')})`;
}

/** The fact as jsonb, null where it is missing. */
function factSql(fact: string, scope: RuleScope): string {
  const [source, ...path] = fact.split('.');
  const name = path[0] ?? '';
  const at = (document: string) => `(${document} #> ${bind(scope, path, 'text[]')})`;
  if (source === 'event') return at(eventSql(scope));
  if (source === 'member') return scope.member === undefined ? 'null::jsonb' : at(`${scope.member}.vars`);
  if (safetyFlags.includes(name)) return 'null::jsonb';
  const core = coreAttribute(name);
  if (core === undefined) return at(`${scope.citizen}.attributes`);
  if (core.column !== undefined) return `to_jsonb(${scope.citizen}.${core.column})`;
  const columns = ['lat', 'lon', 'municipality'].map((column) => `'${column}', ${scope.citizen}.${column}`);
  return `nullif(jsonb_strip_nulls(jsonb_build_object(${columns.join(', ')})), '{}')`;
}
