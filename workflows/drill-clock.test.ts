import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DrillWork, longestTickMs, nextClock } from './drill-clock.ts';

const idle: DrillWork = {
  working: false,
  dueAt: null,
  messageAt: null,
  callAt: null,
  sweepAt: null,
  receiptInMs: null,
};
const noon = Date.UTC(2026, 6, 2, 12);

test('with nothing outstanding the clock moves at its scale', () => {
  expect(nextClock(noon, 500, 60, idle)).toBe(noon + 30_000);
});

test('the clock stops at the earliest thing outstanding, however fast it goes', () => {
  const work = { ...idle, dueAt: noon + 90_000, messageAt: noon + 20_000, sweepAt: noon + 40_000 };
  expect(nextClock(noon, 500, 8_640, work)).toBe(noon + 20_000);
});

test('the clock stands while anything at or before its time is undecided', () => {
  for (const what of ['dueAt', 'messageAt', 'callAt', 'sweepAt'] as const)
    expect(nextClock(noon, 500, 60, { ...idle, [what]: noon })).toBe(noon);
  expect(nextClock(noon, 500, 60, { ...idle, working: true })).toBe(noon);
});

test('a simulated receipt that is due, or a sandbox that does not answer, holds the clock', () => {
  expect(nextClock(noon, 500, 60, { ...idle, receiptInMs: 0 })).toBe(noon);
  expect(nextClock(noon, 500, 60, { ...idle, receiptInMs: -20 })).toBe(noon);
  expect(nextClock(noon, 500, 60, { ...idle, receiptInMs: 'unknown' })).toBe(noon);
});

test('a simulated receipt that is coming is met at its scaled time', () => {
  expect(nextClock(noon, 500, 60, { ...idle, receiptInMs: 100 })).toBe(noon + 6_000);
});

test('an hour without a worker is not an hour of the drill', () => {
  expect(nextClock(noon, 3_600_000, 60, idle)).toBe(noon + longestTickMs * 60);
});

test('no sequence of ticks ever overtakes outstanding work or goes back', () => {
  const at = fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: null });
  const work = fc.record({ dueAt: at, messageAt: at, callAt: at, sweepAt: at });
  const ticks = fc.array(fc.tuple(fc.integer({ min: -50, max: 5_000 }), work), { maxLength: 30 });
  fc.assert(
    fc.property(ticks, fc.double({ min: 0, max: 10_000, noNaN: true }), (sequence, scale) => {
      let clock = 0;
      for (const [elapsed, some] of sequence) {
        const next = nextClock(clock, elapsed, scale, { ...idle, ...some });
        const bounds = Object.values(some).filter((bound) => bound !== null);
        expect(next).toBeGreaterThanOrEqual(clock);
        for (const bound of bounds) expect(next <= Math.max(clock, bound)).toBe(true);
        clock = next;
      }
    }),
  );
});
