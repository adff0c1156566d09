import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

export type LocalDateTime = { date: string; time: string; weekday: number };

/** A date of the calendar, `YYYY-MM-DD`. */
export const dateSchema = z.iso.date();
/** A time of day, `HH:MM`. */
export const localTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'local-time' });
/** An IANA time zone that this runtime knows. */
export const zoneSchema = z.string().max(60).refine(isZone, { message: 'time-zone' });

/** The zone of a municipality's INE code: the provinces 35 and 38 keep Canary time, everybody else peninsular time. */
export function zoneOf(municipality: string | null | undefined): 'Europe/Madrid' | 'Atlantic/Canary' {
  return municipality?.startsWith('35') || municipality?.startsWith('38') ? 'Atlantic/Canary' : 'Europe/Madrid';
}

/** What clock and calendar on the wall show at an instant: date, time `HH:MM:SS` and weekday (1 Monday … 7 Sunday). */
export function localOf(at: number, zone: string): LocalDateTime {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'second' }),
    weekday: local.dayOfWeek,
  };
}

/**
 * The instant (epoch ms) of a date and time on the wall; `24:00` is the end of the day.
 * A repeated hour is its first occurrence, a missing one moves forward by as much as is missing.
 */
export function instantOf(date: string, time: string, zone: string): number {
  if (time.startsWith('24:')) return instantOf(addDays(date, 1), '00:00', zone);
  return Temporal.PlainDate.from(date)
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** The instant (epoch ms) of an RFC 3339 moment, with its offset or `Z`. */
export const epochOf = (moment: string): number => Temporal.Instant.from(moment).epochMilliseconds;

/** The moment of an instant, in UTC, to the millisecond as `toISOString` writes it. */
export const momentOf = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' });

/** The date some days later (or earlier). */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}
