import { expect, test } from 'vitest';
import { median, medians, percentile, rounded, spread } from './figures.ts';

test('the median of an odd number is the middle one, of an even number the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 2, 4, 1])).toBe(3);
});

test('figures over nothing are refused', () => {
  expect(() => median([])).toThrow(RangeError);
  expect(() => percentile([], 0.99)).toThrow(RangeError);
  expect(() => spread([])).toThrow(RangeError);
});

test('the 99th percentile of a hundred is the 99th, of ten the largest', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(hundred, 0.99)).toBe(99);
  expect(percentile(hundred.slice(0, 10), 0.99)).toBe(100);
  expect(percentile(hundred, 0)).toBe(1);
});

test('the spread is the largest over the smallest', () => {
  expect(spread([10, 13, 12])).toBeCloseTo(1.3);
  expect(spread([7])).toBe(1);
});

test('figures are told with three digits', () => {
  expect(rounded(12_345.678)).toBe(12_300);
  expect(rounded(0.12345)).toBe(0.123);
});

test('runs are told by their medians, and what one run could not measure is not told at all', () => {
  const run = (allHandedMs: number | null, lost: number) => ({ allHandedMs, lost, store: 'SQLite' });
  expect(medians([run(10, 0), run(30, 0), run(20, 3)])).toEqual({ allHandedMs: 20, lost: 0, store: 'SQLite' });
  expect(medians([run(10, 0), run(null, 0)])).toEqual({ allHandedMs: null, lost: 0, store: 'SQLite' });
  expect(medians([])).toEqual({});
});
