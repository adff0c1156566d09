/**
 * Where a rule finds its facts in a statement: aliases of the tables `citizen` and `member`, and SQL expressions (of our
 * own, never of input) for now (timestamptz) and the event (jsonb). `event` is a row's own; where it is null or not
 * given, `sharedEvent` is asked: one that names no table of the statement, so that its area is read once, not per row.
 * Facts without a source are missing. `zone` serves citizens without a known one. Values are pushed to `parameters` and
 * named `$n`.
 */
export type RuleScope = {
  citizen: string;
  member?: string | undefined;
  event?: string | undefined;
  sharedEvent?: string | undefined;
  now: string;
  zone?: string | undefined;
  parameters: unknown[];
};

/** The event in hand as jsonb, null where there is none. */
export function eventSql({ event, sharedEvent }: RuleScope): string {
  if (event !== undefined && sharedEvent !== undefined) return `coalesce((${event})::jsonb, (${sharedEvent})::jsonb)`;
  return `(${event ?? sharedEvent ?? 'null'})::jsonb`;
}

type SqlType =
  | 'uuid'
  | 'timestamptz'
  | 'text'
  | 'text[]'
  | 'float8'
  | 'float8[]'
  | 'boolean'
  | 'date'
  | 'int'
  | 'jsonb';

/** Binds a value and names it: `$n::type`. */
export function bind(scope: RuleScope, value: unknown, type: SqlType): string {
  scope.parameters.push(value);
  return `$${scope.parameters.length}::${type}`;
}

/** The zone of the citizen's days, never null. */
export function zoneSql(scope: RuleScope): string {
  return `cauce_known_zone(${scope.citizen}.zone, ${bind(scope, scope.zone ?? 'Europe/Madrid', 'text')})`;
}

/** Today where the citizen is. */
export function todaySql(scope: RuleScope): string {
  return `((${scope.now})::timestamptz at time zone ${zoneSql(scope)})::date`;
}

/** A date of a rule: itself, or today where the citizen is. */
export function dateSql(scope: RuleScope, date: string): string {
  return date === 'today' ? todaySql(scope) : bind(scope, date, 'date');
}
