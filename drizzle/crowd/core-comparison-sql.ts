import { coreAttribute } from '#engine/rule/core-attributes.ts';
import { fold } from '#engine/rule/fold.ts';
import type { Comparison } from '#engine/rule/rule.ts';
import { type DayComparison, dayBoundsSql, dayComparisonSql } from './day-comparison-sql.ts';
import { type PlaceComparison, placeBoundsSql, placeComparisonSql } from './place-comparison-sql.ts';
import { bind, type RuleScope } from './rule-scope.ts';

/**
 * A comparison of a core attribute on its bare column, never null; undefined when the operator does not fit the column's
 * type, so that it is read as jsonb like any other value.
 */
export function coreComparisonSql(comparison: Comparison, scope: RuleScope): string | undefined {
  const [source, name = ''] = comparison.fact.split('.');
  const core = source === 'citizen' ? coreAttribute(name) : undefined;
  if (core === undefined) return undefined;
  if (core.column === undefined) return placeSql(comparison, scope);
  const column = `${scope.citizen}.${core.column}`;
  const question = questionSql[core.type](comparison, column, scope);
  return question === undefined ? undefined : `(${column} is not null and ${question})`;
}

type Question = (comparison: Comparison, column: string, scope: RuleScope) => string | undefined;

const questionSql: Record<'text' | 'number' | 'boolean' | 'date' | 'list' | 'code' | 'place', Question> = {
  text(comparison, column, scope) {
    const folded = `cauce_fold(${column})`;
    const texts = textsOf(comparison);
    if (texts !== undefined) return `${folded} = any (${bind(scope, texts.map(fold), 'text[]')})`;
    if (comparison.is === 'contains') return `strpos(${folded}, ${bind(scope, fold(comparison.value), 'text')}) > 0`;
    if (comparison.is === 'starts-with')
      return `starts_with(${folded}, ${bind(scope, fold(comparison.value), 'text')})`;
    return comparison.is === 'exists' ? `${column} <> ''` : undefined;
  },
  code(comparison, column, scope) {
    const text = column.endsWith('_id') ? `${column}::text` : column;
    const texts = textsOf(comparison);
    if (texts !== undefined) return `${text} = any (${bind(scope, texts, 'text[]')})`;
    if (comparison.is === 'exists') return `${text} <> ''`;
    if (comparison.is === 'in-municipality') return municipalitySql(comparison.value, text, scope);
    if (comparison.is === 'in-province') return provinceSql(comparison.value, text, scope);
    return undefined;
  },
  boolean(comparison, column, scope) {
    if (comparison.is === 'equals' && typeof comparison.value === 'boolean')
      return `${column} = ${bind(scope, comparison.value, 'boolean')}`;
    return comparison.is === 'exists' ? 'true' : undefined;
  },
  number(comparison, column, scope) {
    const signs = { less: '<', 'at-most': '<=', greater: '>', 'at-least': '>=' } as const;
    const { is } = comparison;
    if (is === 'less' || is === 'at-most' || is === 'greater' || is === 'at-least')
      return `${column} ${signs[is]} ${bind(scope, comparison.value, 'float8')}`;
    return is === 'exists' ? 'true' : undefined;
  },
  date(comparison, column, scope) {
    if (comparison.is === 'exists') return 'true';
    if (!isDayComparison(comparison)) return undefined;
    const exact = dayComparisonSql(comparison, column, scope);
    const bounds = dayBoundsSql(comparison, column, scope);
    return bounds === undefined ? exact : `${bounds} and ${exact}`;
  },
  list(comparison, column, scope) {
    if (comparison.is === 'has') return `${column} @> ${bind(scope, [comparison.value], 'text[]')}`;
    if (comparison.is === 'has-any') return `${column} && ${bind(scope, comparison.value, 'text[]')}`;
    return comparison.is === 'exists' ? `${column} <> '{}'` : undefined;
  },
  place: () => undefined,
};

/** The texts that `equals` or `in` ask for, when they ask for texts alone. */
function textsOf(comparison: Comparison): string[] | undefined {
  if (comparison.is !== 'equals' && comparison.is !== 'in') return undefined;
  const values = [comparison.value].flat();
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length === values.length ? texts : undefined;
}

function placeSql(comparison: Comparison, scope: RuleScope): string | undefined {
  const place = {
    lat: `${scope.citizen}.lat`,
    lon: `${scope.citizen}.lon`,
    municipality: `${scope.citizen}.municipality`,
  };
  if (comparison.is === 'in-municipality')
    return `(${place.municipality} is not null and ${municipalitySql(comparison.value, place.municipality, scope)})`;
  if (comparison.is === 'in-province')
    return `(${place.municipality} is not null and ${provinceSql(comparison.value, place.municipality, scope)})`;
  if (!isPlaceComparison(comparison)) return undefined;
  const bounds = placeBoundsSql(comparison, place, scope);
  const exact = placeComparisonSql(comparison, place, scope);
  const parts = [...(bounds === undefined ? [] : [bounds]), exact];
  // The area of an event may also hold a municipality of somebody without coordinates; it is never null.
  if (comparison.is !== 'inside-area-of-event') parts.unshift(`${place.lat} is not null and ${place.lon} is not null`);
  return `(${parts.join(' and ')})`;
}

function municipalitySql(codes: readonly string[], column: string, scope: RuleScope): string {
  return `${column} = any (${bind(
    scope,
    codes.filter((code) => /^[0-9]{5}$/.test(code)),
    'text[]',
  )})`;
}

/** Ranges of five-digit codes sort alike under every collation, so the index on municipality serves. */
function provinceSql(provinces: readonly string[], column: string, scope: RuleScope): string {
  const ranges = provinces
    .filter((province) => /^[0-9]{2}$/.test(province))
    .map(
      (province) =>
        `${column} between ${bind(scope, `${province}000`, 'text')} and ${bind(scope, `${province}999`, 'text')}`,
    );
  return ranges.length === 0 ? 'false' : `(${ranges.join(' or ')}) and ${column} ~ '^[0-9]{5}$'`;
}

function isDayComparison(comparison: Comparison): comparison is DayComparison {
  if (comparison.is === 'between') return typeof comparison.value[0] === 'string';
  return ['before', 'after', 'on', 'in-last-days', 'in-next-days', 'age-between'].includes(comparison.is);
}

function isPlaceComparison(comparison: Comparison): comparison is PlaceComparison {
  return ['inside-polygon', 'within-km', 'inside-area-of-event'].includes(comparison.is);
}
