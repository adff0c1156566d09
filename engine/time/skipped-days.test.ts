import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { holidayCalendar, holidaysOfSpain } from './holiday.ts';
import { skippedDays } from './skipped-days.ts';
import { addWorkingDays } from './working-days.ts';
import { addDays, localOf } from './zone.ts';

const calendar = holidayCalendar(holidaysOfSpain);
const places = { municipality: '46250', seat: '46250' };
const noon = (date: string) => Date.parse(`${date}T12:00:00+01:00`);

test('names the holidays of the place and of the country that a term jumps over', () => {
  const from = noon('2026-03-16');
  const term = addWorkingDays(from, 5, places, calendar);
  if (!term.ok) throw new Error(term.problem.code);
  const named = skippedDays(from, term.lastDay, places).flatMap(({ date, holiday }) => (holiday ? [date] : []));
  expect(named).toContain('2026-03-19');
});

test('what is not skipped is counted: the days between are the term and the skipped ones, no more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
      const from = noon(addDays('2026-01-02', offset));
      const term = addWorkingDays(from, days, places, calendar);
      if (!term.ok) return;
      const between = (Date.parse(term.lastDay) - Date.parse(localOf(from, 'Europe/Madrid').date)) / 86_400_000;
      expect(skippedDays(from, term.lastDay, places).length).toBe(between - days);
    }),
  );
});
