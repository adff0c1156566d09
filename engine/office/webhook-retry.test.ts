import { expect, test } from 'vitest';
import { nextTryMs, retryAfterMs } from './webhook-retry.ts';

test('ten tries in about three days, each later than the one before, and then no more', () => {
  const waits = retryAfterMs.map((_, i) => nextTryMs(i + 1, 0) ?? 0);
  expect(waits).toHaveLength(9);
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400_000;
  expect(days).toBeGreaterThan(3);
  expect(days).toBeLessThan(4);
  expect(nextTryMs(10, 0)).toBeUndefined();
});

test('waits as long as the receiver asks for, a day at most', () => {
  expect(nextTryMs(1, 0, 60_000)).toBe(60_000);
  expect(nextTryMs(1, 0, 1e12)).toBe(86_400_000);
  expect(nextTryMs(2, 1, 1_000)).toBe(360_000);
});
