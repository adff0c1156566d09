import type { Delay } from './delay.ts';
import type { Problem } from './problem.ts';
import { knownZone, readDay } from './rule/day.ts';
import { type Facts, readFact } from './rule/read-fact.ts';
import { type AllowedHours, nextAllowed } from './time/allowed-hours.ts';
import { type HolidayCalendar, scopesOf } from './time/holiday.ts';
import { untilDate } from './time/until-date.ts';
import { addWorkingDays } from './time/working-days.ts';
import { addWorkingHours } from './time/working-hours.ts';
import { zoneOf } from './time/zone.ts';

export type Due = { ok: true; at: number } | { ok: false; problem: Problem };
/** `seat`: INE code of where the body has its seat. */
export type Place = { facts: Facts; seat: string; calendar: HolidayCalendar };

/** Working hours of the body: Monday to Friday, 9 to 15, holidays of its seat out. */
export const officeHours: AllowedHours = {
  from: '09:00',
  to: '15:00',
  weekdays: [1, 2, 3, 4, 5],
  exceptHolidays: true,
};

/**
 * When a timer armed now falls due (epoch ms). Problems put the member into attention: no-holiday-calendar and the like
 * from working days, no-date {fact} when the citizen has no such date, never-allowed. Twin: `delaySql`.
 */
export function delayDue(delay: Delay, { facts, seat, calendar }: Place): Due {
  const { now } = facts;
  const municipality = textOf(facts.citizen['municipality']);
  const zone = knownZone(facts.citizen['zone'], 'Europe/Madrid');
  switch (delay.wait) {
    case 'now':
      return { ok: true, at: now };
    case 'duration':
      return { ok: true, at: now + delay.ms };
    case 'working-days':
      return addWorkingDays(now, delay.days, { municipality, seat }, calendar);
    case 'working-hours':
      return within(
        addWorkingHours(now, delay.hours * 3_600_000, zoneOf(seat), officeHours, holidays([seat], calendar)),
      );
    case 'until': {
      const day = readDay(readFact(delay.fact, facts).value, zone);
      if (!day) return { ok: false, problem: { code: 'no-date', severity: 'error', params: { fact: delay.fact } } };
      return { ok: true, at: untilDate(day.toString(), delay.offsetDays, delay.at, zone) };
    }
    case 'allowed': {
      const off = holidays(municipality === null ? [seat] : [municipality, seat], calendar);
      return within(nextAllowed(now, zone, delay.hours, off));
    }
    case 'rung':
      return { ok: true, at: now + Math.min(delay.leaveMs ?? Number.POSITIVE_INFINITY, delay.answerMs) };
  }
}

function within(at: number | null): Due {
  return at === null ? { ok: false, problem: { code: 'never-allowed', severity: 'error' } } : { ok: true, at };
}

// A place that is no INE code has no holidays of its own to keep.
function holidays(municipalities: string[], calendar: HolidayCalendar): (date: string) => boolean {
  const scopes = municipalities.map(scopesOf);
  if (scopes.includes(undefined)) return () => false;
  const all = scopes.flatMap((own) => own ?? []);
  return (date) => calendar.isHoliday(date, all);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
