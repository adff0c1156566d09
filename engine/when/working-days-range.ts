import { type HolidayCalendar, holidayCalendar, holidaysOfSpain, scopesOf } from '../time/holiday.ts';
import { addDays, weekdayOf } from '../time/zone.ts';
import type { Range } from './span.ts';

const day = 86_400_000;
const calendar: HolidayCalendar = holidayCalendar(holidaysOfSpain);
const years = [...new Set(holidaysOfSpain.map(({ date }) => Number(date.slice(0, 4))))].sort();

/**
 * How long a term of working days can be on the calendar, whatever the day and hour it begins: counted from every day of
 * the years whose holidays are known, with those of the seat. Without a calendar, as if there were no holidays.
 */
export function workingDaysRange(days: number, seat: string): Range {
  const works = workingCalendar(seat);
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let start = 0; start < works.length; start++) {
    const last = lastDay(works, start, days);
    // Whoever begins so late in the last known year that the term leaves it tells nothing.
    if (last === null) break;
    least = Math.min(least, last - start);
    most = Math.max(most, last - start + 1);
  }
  // A term longer than the known years: five of seven days work.
  if (most === 0) [least, most] = [Math.floor((days * 7) / 5), Math.ceil((days * 7) / 5) + 14];
  return {
    from: { natural: least * day, ms: 0, workingDays: days },
    to: { natural: most * day, ms: 0, workingDays: days },
  };
}

/** The last day of a term that begins on `start`, counted from the day after (art. 30 of Ley 39/2015). */
function lastDay(works: boolean[], start: number, days: number): number | null {
  let counted = 0;
  for (let at = start + 1; at < works.length; at++) if (works[at] && ++counted === days) return at;
  return null;
}

const known = new Map<string, boolean[]>();

/** Whether each day of the known years is a working day at a seat, first of January first. */
function workingCalendar(seat: string): boolean[] {
  const remembered = known.get(seat);
  if (remembered) return remembered;
  const scopes = scopesOf(seat) ?? [];
  const works: boolean[] = [];
  const end = `${(years.at(-1) ?? 2026) + 1}-01-01`;
  let weekday = weekdayOf(`${years[0] ?? 2026}-01-01`);
  for (let date = `${years[0] ?? 2026}-01-01`; date < end; date = addDays(date, 1)) {
    works.push(weekday <= 5 && !calendar.isHoliday(date, scopes));
    weekday = (weekday % 7) + 1;
  }
  known.set(seat, works);
  return works;
}
