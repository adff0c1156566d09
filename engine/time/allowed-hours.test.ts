import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedHoursSchema, nextAllowed } from './allowed-hours.ts';
import { localOf } from './zone.ts';

const at = (text: string) => Date.parse(text);
const madrid = 'Europe/Madrid';
const office = { from: '09:00', to: '21:00' };

describe('the next allowed hours', () => {
  test('are now, if now is allowed', () => {
    expect(nextAllowed(at('2026-07-02T09:00+02:00'), madrid, office)).toBe(at('2026-07-02T09:00+02:00'));
    expect(nextAllowed(at('2026-07-02T20:59:59+02:00'), madrid, office)).toBe(at('2026-07-02T20:59:59+02:00'));
  });

  test('open later today, or tomorrow over the end of the year', () => {
    expect(nextAllowed(at('2026-07-02T06:00+02:00'), madrid, office)).toBe(at('2026-07-02T09:00+02:00'));
    expect(nextAllowed(at('2026-12-31T21:00+01:00'), madrid, office)).toBe(at('2027-01-01T09:00+01:00'));
  });

  test('are an hour later for somebody in the Canary Islands', () => {
    expect(nextAllowed(at('2026-07-02T09:00+02:00'), 'Atlantic/Canary', office)).toBe(at('2026-07-02T10:00+02:00'));
  });

  test('skip weekdays and holidays', () => {
    const weekdays = { ...office, weekdays: [1, 2, 3, 4, 5] };
    expect(nextAllowed(at('2026-07-03T22:00+02:00'), madrid, weekdays)).toBe(at('2026-07-06T09:00+02:00'));
    const isHoliday = (date: string) => date === '2026-07-06';
    expect(nextAllowed(at('2026-07-03T22:00+02:00'), madrid, { ...weekdays, exceptHolidays: true }, isHoliday)).toBe(
      at('2026-07-07T09:00+02:00'),
    );
    expect(nextAllowed(at('2026-07-03T22:00+02:00'), madrid, weekdays, isHoliday)).toBe(at('2026-07-06T09:00+02:00'));
    expect(nextAllowed(0, madrid, { ...office, exceptHolidays: true }, () => true)).toBeNull();
  });

  test('may run past midnight and belong to the day they open', () => {
    const night = { from: '22:00', to: '06:00', weekdays: [5] };
    expect(nextAllowed(at('2026-07-04T05:59+02:00'), madrid, night)).toBe(at('2026-07-04T05:59+02:00'));
    expect(nextAllowed(at('2026-07-04T06:00+02:00'), madrid, night)).toBe(at('2026-07-10T22:00+02:00'));
    expect(nextAllowed(at('2026-07-04T06:00+02:00'), madrid, { from: '08:00', to: '08:00' })).toBe(
      at('2026-07-04T06:00+02:00'),
    );
    expect(nextAllowed(at('2026-07-04T23:59+02:00'), madrid, { from: '20:00', to: '24:00' })).toBe(
      at('2026-07-04T23:59+02:00'),
    );
  });

  test('open where a missing hour moves to, and are skipped if the clock change swallows them', () => {
    expect(nextAllowed(at('2026-03-29T01:00+01:00'), madrid, { from: '02:30', to: '05:00' })).toBe(
      at('2026-03-29T03:30+02:00'),
    );
    expect(nextAllowed(at('2026-03-29T01:00+01:00'), madrid, { from: '02:30', to: '03:15' })).toBe(
      at('2026-03-30T02:30+02:00'),
    );
  });

  test('are never before the instant, always inside, and the same asked again', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    const instants = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-12-31T00:00Z') });
    fc.assert(
      fc.property(
        instants,
        time,
        time,
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (now, from, to, weekdays) => {
          const next = nextAllowed(now, madrid, { from, to, weekdays });
          if (next === null) throw new Error('none in a year');
          expect(next).toBeGreaterThanOrEqual(now);
          expect(nextAllowed(next, madrid, { from, to, weekdays })).toBe(next);
          const { weekday, time: wall } = localOf(next, madrid);
          if (from < to && weekdays.length === 1) expect(weekday).toBe(weekdays[0]);
          if (from < to) expect(wall >= `${from}:00`).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('are refused when they cannot be read', () => {
    for (const wrong of [
      { from: '9:00', to: '21:00' },
      { from: '24:00', to: '21:00' },
      { ...office, weekdays: [] },
      { ...office, weekdays: [0] },
    ])
      expect(allowedHoursSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  });
});
