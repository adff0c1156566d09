import { Temporal } from 'temporal-polyfill';
import type { Problem } from '../problem.ts';
import { type HolidayCalendar, scopesOf } from './holiday.ts';
import { addDays, instantOf, localOf, weekdayOf, zoneOf } from './zone.ts';

/** INE codes: where the citizen lives and where the body has its seat; null where there is none (someone abroad). */
export type Places = { municipality: string | null; seat: string | null };
/**
 * The last day of a term and the instant (epoch ms) at which it is over: the end of that day where the citizen lives.
 * `notes` warn of places whose own two local holidays are not known (`no-local-calendar`): the term may end too early.
 */
export type Term = { ok: true; lastDay: string; at: number; notes: Problem[] } | { ok: false; problem: Problem };

/**
 * A term of `days` working days from an instant, as art. 30 of Ley 39/2015 counts it: from the day after; Saturdays,
 * Sundays and the holidays of the citizen's place *or* of the body's seat are out.
 * A year without a calendar of the country or of one of the communities is a Problem.
 */
export function addWorkingDays(from: number, days: number, places: Places, calendar: HolidayCalendar): Term {
  if (!Number.isInteger(days) || days < 1 || days > 1_000) return fails('working-days-range', { days });
  return term(from, places, calendar, (firstDay, isWorking) => {
    let day = firstDay;
    for (let counted = 1; !isWorking(day) || counted++ < days; ) day = addDays(day, 1);
    return day;
  });
}

/**
 * A term in months (art. 30.4 and 30.5): it ends on the same ordinal as the day it counts from, or on the last day of
 * a shorter month; a last day that is no working day rolls on to the next one.
 */
export function addMonths(from: number, months: number, places: Places, calendar: HolidayCalendar): Term {
  if (!Number.isInteger(months) || months < 1 || months > 120) return fails('months-range', { months });
  return term(from, places, calendar, (_firstDay, isWorking, fromDay) => {
    let day = Temporal.PlainDate.from(fromDay).add({ months }, { overflow: 'constrain' }).toString();
    while (!isWorking(day)) day = addDays(day, 1);
    return day;
  });
}

type Count = (firstDay: string, isWorking: (day: string) => boolean, fromDay: string) => string;

function term(from: number, { municipality, seat }: Places, calendar: HolidayCalendar, count: Count): Term {
  const given = [municipality, seat].filter((code) => code !== null);
  if (given.length === 0) return fails('no-municipality', {});
  const scopes = new Set<string>();
  for (const code of given) {
    const own = scopesOf(code);
    if (!own) return fails('unknown-municipality', { municipality: code });
    for (const scope of own) scopes.add(scope);
  }
  const needed = [...scopes];
  const zone = zoneOf(municipality ?? seat);
  const fromDay = localOf(from, zone).date;
  const missing = new Map<string, { year: number; scope: string }>();
  let counting = true;
  const isWorking = (day: string) => {
    const year = Number(day.slice(0, 4));
    for (const scope of needed) {
      if (calendar.covers(year, scope)) continue;
      missing.set(`${year} ${scope}`, { year, scope });
      if (!isLocal(scope)) counting = false; // the answer is the Problem below
    }
    return !counting || (weekdayOf(day) <= 5 && !calendar.isHoliday(day, needed));
  };
  const lastDay = count(addDays(fromDay, 1), isWorking, fromDay);
  const needs = [...missing.values()].find(({ scope }) => !isLocal(scope));
  if (needs) return fails('no-holiday-calendar', needs);
  const notes = [...missing.values()].map(
    (params): Problem => ({ code: 'no-local-calendar', severity: 'warning', params }),
  );
  return { ok: true, lastDay, at: instantOf(lastDay, '24:00', zone), notes };
}

function isLocal(scope: string): boolean {
  return scope.startsWith('INE:');
}

function fails(code: string, params: NonNullable<Problem['params']>): Term {
  return { ok: false, problem: { code, severity: 'error', params } };
}
