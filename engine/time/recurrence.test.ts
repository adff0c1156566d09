import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOccurrence, type Recurrence, recurrenceSchema } from './recurrence.ts';
import { localOf } from './zone.ts';

const at = (text: string) => Date.parse(text);
const madrid = { time: '09:00', zone: 'Europe/Madrid' };

test('a daily rule comes strictly after, over the end of the year and clock changes', () => {
  const rule: Recurrence = { every: 'day', ...madrid };
  expect(nextOccurrence(rule, at('2026-12-31T09:00+01:00'))).toBe(at('2027-01-01T09:00+01:00'));
  expect(nextOccurrence(rule, at('2026-12-31T08:59+01:00'))).toBe(at('2026-12-31T09:00+01:00'));
  expect(nextOccurrence(rule, at('2026-03-28T09:00+01:00'))).toBe(at('2026-03-29T09:00+02:00'));
  expect(nextOccurrence({ ...rule, time: '02:30' }, at('2026-03-29T00:00+01:00'))).toBe(at('2026-03-29T03:30+02:00'));
  expect(nextOccurrence({ ...rule, time: '02:30' }, at('2026-10-25T02:30+02:00'))).toBe(at('2026-10-26T02:30+01:00'));
});

test('a weekly rule comes on its weekdays', () => {
  const rule: Recurrence = { every: 'week', weekdays: [4, 1], ...madrid };
  expect(nextOccurrence(rule, at('2026-07-02T09:00+02:00'))).toBe(at('2026-07-06T09:00+02:00'));
  expect(nextOccurrence(rule, at('2026-07-06T09:00+02:00'))).toBe(at('2026-07-09T09:00+02:00'));
});

test('a monthly or yearly rule comes on the last day of a shorter month', () => {
  const month: Recurrence = { every: 'month', day: 31, ...madrid };
  expect(nextOccurrence(month, at('2027-01-31T09:00+01:00'))).toBe(at('2027-02-28T09:00+01:00'));
  expect(nextOccurrence(month, at('2027-02-28T09:00+01:00'))).toBe(at('2027-03-31T09:00+02:00'));
  const year: Recurrence = { every: 'year', month: 2, day: 29, ...madrid };
  expect(nextOccurrence(year, at('2027-03-01T09:00+01:00'))).toBe(at('2028-02-29T09:00+01:00'));
  expect(nextOccurrence(year, at('2026-01-01T09:00+01:00'))).toBe(at('2026-02-28T09:00+01:00'));
});

test('every rule has a next occurrence after any instant, within its period, and none in between', () => {
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  const where = { time, zone: fc.constantFrom('Europe/Madrid', 'Atlantic/Canary') };
  const rule = fc.oneof(
    fc.record({ every: fc.constant('day' as const), ...where }),
    fc.record({
      every: fc.constant('week' as const),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      ...where,
    }),
    fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }), ...where }),
    fc.record({
      every: fc.constant('year' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
      ...where,
    }),
  );
  const longest = { day: 1, week: 7, month: 31, year: 366 };
  fc.assert(
    fc.property(
      rule,
      fc.integer({ min: at('2025-06-01'), max: at('2029-01-01') }),
      fc.nat(10_000),
      (any, after, back) => {
        expect(recurrenceSchema.parse(any)).toEqual(any);
        const next = nextOccurrence(any, after);
        expect(next).toBeGreaterThan(after);
        expect(next - after).toBeLessThanOrEqual((longest[any.every] + 1) * 86_400_000);
        expect(nextOccurrence(any, Math.max(after, next - back))).toBeGreaterThanOrEqual(next);
        if (any.every === 'week') expect(any.weekdays).toContain(localOf(next, any.zone).weekday);
      },
    ),
    { numRuns: 300 },
  );
});
