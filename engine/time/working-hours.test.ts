import { expect, test } from 'vitest';
import { untilDate } from './until-date.ts';
import { addWorkingHours } from './working-hours.ts';

const at = (text: string) => Date.parse(text);
const office = { from: '08:00', to: '15:00', weekdays: [1, 2, 3, 4, 5], exceptHolidays: true };
const hour = 3_600_000;

test('work begun in the afternoon is counted from the next morning, over weekends and holidays', () => {
  const isHoliday = (date: string) => date === '2026-10-12';
  expect(addWorkingHours(at('2026-10-09T14:00+02:00'), 2 * hour, 'Europe/Madrid', office, isHoliday)).toBe(
    at('2026-10-13T09:00+02:00'),
  );
  expect(addWorkingHours(at('2026-10-09T16:00+02:00'), 7 * hour, 'Europe/Madrid', office, isHoliday)).toBe(
    at('2026-10-13T15:00+02:00'),
  );
});

test('an hour that the clock repeats is worked twice', () => {
  const night = { from: '00:00', to: '06:00' };
  expect(addWorkingHours(at('2026-10-25T00:00+02:00'), 7 * hour, 'Europe/Madrid', night)).toBe(
    at('2026-10-25T06:00+01:00'),
  );
});

test('work that a year does not hold has no due time', () => {
  expect(addWorkingHours(0, 1e6 * hour, 'Europe/Madrid', office)).toBeNull();
});

test('a date wait counts days before and after, at the local time of the zone', () => {
  expect(untilDate('2027-01-03', -5, '09:00', 'Atlantic/Canary')).toBe(at('2026-12-29T09:00Z'));
  expect(untilDate('2026-03-28', 1, '02:30', 'Europe/Madrid')).toBe(at('2026-03-29T03:30+02:00'));
  expect(untilDate('2026-10-24', 1, '02:30', 'Europe/Madrid')).toBe(at('2026-10-25T02:30+02:00'));
});
