import { expect, test } from 'vitest';
import { holds, sayGoals } from './goals.ts';

test('a goal holds on its bound and is missed beyond it', () => {
  expect(holds({ name: 'lost', value: 0, at: 'most', bound: 0 })).toBe(true);
  expect(holds({ name: 'lost', value: 1, at: 'most', bound: 0 })).toBe(false);
  expect(holds({ name: 'rate', value: 5000, at: 'least', bound: 5000 })).toBe(true);
  expect(holds({ name: 'rate', value: 4999, at: 'least', bound: 5000 })).toBe(false);
});

test('what was not measured never holds', () => {
  expect(holds({ name: 'rate', value: null, at: 'least', bound: 0 })).toBe(false);
  expect(holds({ name: 'rate', value: Number.NaN, at: 'most', bound: 1 })).toBe(false);
});

test('each goal is told with its value and its bound', () => {
  expect(
    sayGoals([
      { name: 'first hand-over', value: 5123, at: 'most', bound: 5000, unit: 'ms' },
      { name: 'lost', value: 0, at: 'most', bound: 0 },
    ]),
  ).toEqual(['MISSED  first hand-over: 5120 ms (at most 5000 ms)', 'holds   lost: 0 (at most 0)']);
});
