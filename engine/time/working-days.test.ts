import { describe, expect, test } from 'vitest';
import { holidayCalendar, holidaysOfSpain } from './holiday.ts';
import { addMonths, addWorkingDays } from './working-days.ts';

const calendar = holidayCalendar(holidaysOfSpain);
const at = (text: string) => Date.parse(text);
const days = (from: string, n: number, municipality: string | null, seat: string | null = municipality) =>
  addWorkingDays(at(from), n, { municipality, seat }, calendar);
const months = (from: string, n: number, municipality: string, seat = municipality) =>
  addMonths(at(from), n, { municipality, seat }, calendar);

describe('working days of art. 30 Ley 39/2015', () => {
  test('are counted from the day after and are over at the end of the last one', () => {
    expect(days('2026-07-06T10:00+02:00', 1, '28079')).toEqual({
      ok: true,
      lastDay: '2026-07-07',
      at: at('2026-07-08T00:00+02:00'),
      notes: [],
    });
  });

  test('leave out Saturdays, Sundays and holidays over the end of the year', () => {
    expect(days('2026-12-22T09:00+01:00', 5, '28079')).toMatchObject({ lastDay: '2026-12-30' });
    expect(days('2026-12-22T09:00+01:00', 10, '28079')).toMatchObject({ lastDay: '2027-01-08' });
  });

  test('leave out a holiday of the citizen, and one of the seat', () => {
    expect(days('2026-11-06T09:00+01:00', 1, '46250', '46250')).toMatchObject({ lastDay: '2026-11-09' });
    expect(days('2026-11-06T09:00+01:00', 1, '28079', '46250')).toMatchObject({ lastDay: '2026-11-10' });
    expect(days('2026-11-06T09:00+01:00', 1, '46250', '28079')).toMatchObject({ lastDay: '2026-11-10' });
    expect(days('2026-10-08T09:00+02:00', 1, '28079', '46250')).toMatchObject({ lastDay: '2026-10-13' }); // 9 and 12 October
  });

  test("follow the citizen's date, which in the Canary Islands is another one at midnight", () => {
    expect(days('2026-07-06T00:30+02:00', 1, '28079')).toMatchObject({ lastDay: '2026-07-07' });
    expect(days('2026-07-06T00:30+02:00', 1, '35016', '28079')).toEqual({
      ok: true,
      lastDay: '2026-07-06',
      at: at('2026-07-07T00:00+01:00'),
      notes: [],
    });
  });

  test('end at local midnight on both sides of a clock change', () => {
    expect(days('2026-03-27T09:00+01:00', 1, '28079')).toMatchObject({ at: at('2026-03-31T00:00+02:00') });
    expect(days('2026-10-23T09:00+02:00', 1, '28079')).toMatchObject({ at: at('2026-10-27T00:00+01:00') });
  });

  test('count with one place when the other is unknown, and not at all with none', () => {
    expect(days('2026-11-06T09:00+01:00', 1, null, '28079')).toMatchObject({ lastDay: '2026-11-10' });
    expect(days('2026-11-06T09:00+01:00', 1, '46250', null)).toMatchObject({ lastDay: '2026-11-09' });
    expect(days('2026-11-06T09:00+01:00', 1, null, null)).toMatchObject({ problem: { code: 'no-municipality' } });
  });

  test('a year or a place without a calendar is a problem that names it', () => {
    expect(days('2027-12-30T09:00+01:00', 5, '28079')).toEqual({
      ok: false,
      problem: { code: 'no-holiday-calendar', severity: 'error', params: { year: 2028, scope: 'ES' } },
    });
    expect(days('2026-07-06T10:00+02:00', 5, '99001')).toMatchObject({ problem: { code: 'unknown-municipality' } });
    for (const n of [0, -1, 1.5, 1001]) expect(days('2026-07-06T10:00+02:00', n, '28079')).toMatchObject({ ok: false });
  });
});

test('a place whose own two days are not known is counted without them, and says so', () => {
  expect(days('2026-12-29T10:00+01:00', 5, '28001', '28079')).toEqual({
    ok: true,
    lastDay: '2027-01-07',
    at: at('2027-01-08T00:00+01:00'),
    notes: [2026, 2027].map((year) => ({
      code: 'no-local-calendar',
      severity: 'warning',
      params: { year, scope: 'INE:28001' },
    })),
  });
});

describe('terms in months', () => {
  test('end on the same ordinal', () => {
    expect(months('2026-06-08T10:00+02:00', 1, '28079')).toMatchObject({ lastDay: '2026-07-08' });
  });

  test('end on the last day of a shorter month', () => {
    expect(months('2026-08-31T10:00+02:00', 1, '28079')).toMatchObject({ lastDay: '2026-09-30' });
    expect(months('2026-12-31T10:00+01:00', 2, '28079')).toMatchObject({ lastDay: '2027-03-01' }); // 28 February is a Sunday
  });

  test('roll on from a day off, over the end of the year too', () => {
    expect(months('2026-12-01T10:00+01:00', 1, '28079')).toMatchObject({ lastDay: '2027-01-04' });
    expect(months('2026-10-09T10:00+02:00', 1, '46250', '28079')).toMatchObject({ lastDay: '2026-11-10' });
  });

  test('need a calendar of the year they end in', () => {
    expect(months('2027-11-30T10:00+01:00', 3, '28079')).toMatchObject({
      problem: { params: { year: 2028, scope: 'ES' } },
    });
  });
});
