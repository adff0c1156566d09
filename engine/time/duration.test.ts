import { expect, test } from 'vitest';
import { durationMs, durationSchema } from './duration.ts';

test('parts and ISO text mean the same length', () => {
  expect(durationMs({ days: 1, hours: 2, minutes: 3, seconds: 4 })).toBe(93_784_000);
  expect(durationMs('P1DT2H3M4S')).toBe(93_784_000);
  expect(durationMs('PT90M')).toBe(5_400_000);
  expect(durationMs('P2W')).toBe(14 * 86_400_000);
  expect(durationMs('PT0.5S')).toBe(500);
});

test('what has no fixed length, or no length at all, is refused', () => {
  for (const wrong of [
    'P1M',
    'P1Y',
    'P',
    'PT',
    'P1DT',
    '1 day',
    '-P1D',
    {},
    { weeks: 1 },
    { days: -1 },
    { days: Infinity },
    5,
  ])
    expect(durationSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  expect(durationSchema.parse('P3D')).toBe('P3D');
  expect(durationSchema.parse({ hours: 0 })).toEqual({ hours: 0 });
});
