import type { Problem } from '../problem.ts';
import { holidayCalendar, holidaysOfSpain, scopesOf } from '../time/holiday.ts';
import type { Subject } from './subject.ts';

const calendar = holidayCalendar(holidaysOfSpain);
const years = new Set(holidaysOfSpain.map(({ date }) => Number(date.slice(0, 4))));

/** Waits in working days that can never be counted: no calendar that we know covers the seat of the body in any year. */
export function checkWorkingDays({ journey, compiled }: Subject): Problem[] {
  const scopes = scopesOf(journey.seat);
  const missing = scopes
    ? scopes.find((scope) => ![...years].some((year) => calendar.covers(year, scope)))
    : journey.seat;
  if (missing === undefined) return [];
  return Object.entries(compiled.delays).flatMap(([timer, { wait }]) =>
    wait === 'working-days'
      ? [
          {
            code: 'no-calendar',
            severity: 'error',
            node: timer.slice(0, timer.indexOf('.')),
            params: { scope: missing },
          },
        ]
      : [],
  );
}
