import { expect, test } from 'vitest';
import type { Delay } from './delay.ts';
import { delayDue } from './delay-due.ts';
import { holidayCalendar, holidaysOfSpain } from './time/holiday.ts';

const calendar = holidayCalendar(holidaysOfSpain);
/** A Wednesday, ten in the morning in Madrid. */
const now = Date.parse('2026-03-04T09:00:00Z');

function due(delay: Delay, citizen: Record<string, unknown> = {}, at = now) {
  const facts = {
    citizen: { municipality: '28079', zone: 'Europe/Madrid', ...citizen },
    member: { day: '2026-05-01' },
    event: null,
    now: at,
    zone: 'Europe/Madrid',
  };
  const result = delayDue(delay, { facts, seat: '28079', calendar });
  return result.ok ? new Date(result.at).toISOString() : result.problem.code;
}

test('now is now, and a duration counts from now', () => {
  expect(due({ wait: 'now' })).toBe('2026-03-04T09:00:00.000Z');
  expect(due({ wait: 'duration', ms: 90_000 })).toBe('2026-03-04T09:01:30.000Z');
});

test('working days end with their last day where the citizen lives', () => {
  expect(due({ wait: 'working-days', days: 3 })).toBe('2026-03-09T23:00:00.000Z');
  expect(due({ wait: 'working-days', days: 3 }, { municipality: '99999' })).toBe('unknown-municipality');
  expect(due({ wait: 'working-days', days: 3 }, {}, Date.parse('2031-03-04T09:00:00Z'))).toBe('no-holiday-calendar');
});

test('working hours are office hours of the body', () => {
  expect(due({ wait: 'working-hours', hours: 2 })).toBe('2026-03-04T11:00:00.000Z');
  expect(due({ wait: 'working-hours', hours: 6 })).toBe('2026-03-05T09:00:00.000Z');
  // Friday noon: two hours are left until three, the rest waits for Monday.
  expect(due({ wait: 'working-hours', hours: 4 }, {}, Date.parse('2026-03-06T12:00:00Z'))).toBe(
    '2026-03-09T10:00:00.000Z',
  );
});

test('a date is waited for at an hour of the citizen’s zone, days before or after; without a date nobody guesses', () => {
  const until: Delay = { wait: 'until', fact: 'citizen.deadline', offsetDays: -10, at: '09:00' };
  expect(due(until, { attributes: { deadline: '2026-07-15' } })).toBe('2026-07-05T07:00:00.000Z');
  expect(due(until, { attributes: { deadline: '2026-07-15' }, zone: 'Atlantic/Canary' })).toBe(
    '2026-07-05T08:00:00.000Z',
  );
  expect(due({ ...until, fact: 'member.day', offsetDays: 1 })).toBe('2026-05-02T07:00:00.000Z');
  expect(due(until)).toBe('no-date');
  expect(due(until, { attributes: { deadline: 'soon' } })).toBe('no-date');
});

test('allowed hours are now if it is time, else the next opening; a holiday of the municipality may be out', () => {
  const hours = { from: '09:00', to: '21:00' };
  expect(due({ wait: 'allowed', hours })).toBe('2026-03-04T09:00:00.000Z');
  const night = Date.parse('2026-05-14T20:00:00Z');
  expect(due({ wait: 'allowed', hours }, {}, night)).toBe('2026-05-15T07:00:00.000Z');
  // 15 May is San Isidro in Madrid.
  expect(due({ wait: 'allowed', hours: { ...hours, exceptHolidays: true } }, {}, night)).toBe(
    '2026-05-16T07:00:00.000Z',
  );
});

test('a rung is looked at when its first limit passes', () => {
  const rung = { wait: 'rung', node: 'n', rung: 'sms', leaveMs: null, answerMs: 3_600_000 } as const;
  expect(due(rung)).toBe('2026-03-04T10:00:00.000Z');
  expect(due({ ...rung, leaveMs: 60_000 })).toBe('2026-03-04T09:01:00.000Z');
});
