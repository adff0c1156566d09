/**
 * A length of time as people say it, `ms` and then `workingDays`, and how long that is on the calendar (`natural`, ms),
 * by which spans are compared.
 */
export type Span = { natural: number; ms: number; workingDays: number };
/** From the soonest to the latest; `to` null: nobody can say. */
export type Range = { from: Span; to: Span | null };

export const noTime: Span = { natural: 0, ms: 0, workingDays: 0 };
export const atOnce: Range = { from: noTime, to: noTime };

export const lasting = (ms: number): Span => ({ natural: ms, ms, workingDays: 0 });

/** One range after another. */
export function after(first: Range, then: Range): Range {
  return { from: sum(first.from, then.from), to: first.to && then.to && sum(first.to, then.to) };
}

/** What holds for whoever takes the one or the other. */
export function either(one: Range | undefined, other: Range): Range {
  if (!one) return other;
  return { from: sooner(one.from, other.from), to: one.to && other.to && later(one.to, other.to) };
}

/** No later than `limit`. */
export function within(range: Range, limit: Span | null): Range {
  if (limit === null) return range;
  return { from: sooner(range.from, limit), to: range.to === null ? limit : sooner(range.to, limit) };
}

export const sooner = (a: Span, b: Span): Span => (b.natural < a.natural ? b : a);
export const later = (a: Span, b: Span): Span => (b.natural > a.natural ? b : a);
const sum = (a: Span, b: Span): Span => ({
  natural: a.natural + b.natural,
  ms: a.ms + b.ms,
  workingDays: a.workingDays + b.workingDays,
});
