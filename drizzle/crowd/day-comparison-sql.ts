import type { Comparison } from '#engine/rule/rule.ts';
import { bind, dateSql, type RuleScope, todaySql } from './rule-scope.ts';

export type DayComparison = Extract<
  Comparison,
  { is: 'between' | 'before' | 'after' | 'on' | 'in-last-days' | 'in-next-days' | 'age-between' }
>;

/** A comparison over `day`, a SQL expression of type date; null where the date is. */
export function dayComparisonSql(comparison: DayComparison, day: string, scope: RuleScope): string {
  switch (comparison.is) {
    case 'between':
      return `${day} between ${comparison.value.map((value) => dateSql(scope, String(value))).join(' and ')}`;
    case 'before':
      return `${day} < ${dateSql(scope, comparison.value)}`;
    case 'after':
      return `${day} > ${dateSql(scope, comparison.value)}`;
    case 'on':
      return `${day} = ${dateSql(scope, comparison.value)}`;
    case 'in-last-days': {
      const today = todaySql(scope);
      return `${day} between ${today} - ${bind(scope, comparison.value, 'int')} and ${today}`;
    }
    case 'in-next-days': {
      const today = todaySql(scope);
      return `${day} between ${today} and ${today} + ${bind(scope, comparison.value, 'int')}`;
    }
    case 'age-between': {
      const [low, high] = comparison.value.map((age) => bind(scope, age, 'int'));
      return `cauce_aged(${day}, ${low}, ${high}, ${todaySql(scope)})`;
    }
  }
}

/**
 * A wider range for a date column, the same for all citizens, that an index can serve before each citizen's own zone is
 * looked at: no zone is more than a day from UTC, and 29 February and a year's clamping add two. Undefined where the
 * comparison itself is such a range.
 */
export function dayBoundsSql(comparison: DayComparison, column: string, scope: RuleScope): string | undefined {
  const utc = `((${scope.now})::timestamptz at time zone 'UTC')::date`;
  const years = (age: number) => `(${utc} - make_interval(years => ${bind(scope, age, 'int')}))::date`;
  switch (comparison.is) {
    case 'in-last-days':
      return `${column} between ${utc} - ${bind(scope, comparison.value + 1, 'int')} and ${utc} + 1`;
    case 'in-next-days':
      return `${column} between ${utc} - 1 and ${utc} + ${bind(scope, comparison.value + 1, 'int')}`;
    case 'age-between':
      return `${column} between ${years(comparison.value[1] + 1)} - 3 and ${years(comparison.value[0])} + 3`;
    default:
      return undefined;
  }
}
