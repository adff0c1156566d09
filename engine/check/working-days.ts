import type { Problem } from '../problem.ts';
import { type HolidayCalendar, holidayCalendar, holidaysOfSpain, scopesOf } from '../time/holiday.ts';
import type { Subject } from './subject.ts';

const calendar: HolidayCalendar = holidayCalendar(holidaysOfSpain);
const years = [...new Set(holidaysOfSpain.map(({ date }) => Number(date.slice(0, 4))))].sort();

/**
 * Waits in working days at a seat whose calendar we have for no year: they can never be counted when that of the country
 * or community is missing, and may end too early when the local one is.
 */
export function checkWorkingDays({ journey, compiled }: Subject): Problem[] {
  const problem = problemAt(journey.seat);
  if (!problem) return [];
  return Object.entries(compiled.delays).flatMap(([timer, { wait }]) =>
    wait === 'working-days' ? [{ ...problem, node: timer.slice(0, timer.indexOf('.')) }] : [],
  );
}

function problemAt(seat: string): Problem | undefined {
  const missing = scopesOf(seat)?.find((scope) => !years.some((year) => calendar.covers(year, scope)));
  if (!scopesOf(seat)) return { code: 'no-calendar', severity: 'error', params: { scope: seat } };
  if (missing === undefined) return undefined;
  if (!missing.startsWith('INE:')) return { code: 'no-calendar', severity: 'error', params: { scope: missing } };
  return { code: 'no-local-calendar', severity: 'warning', params: { year: years.at(-1) ?? 0, scope: missing } };
}
