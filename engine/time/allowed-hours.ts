import { z } from 'zod';
import { addDays, instantOf, localOf, localTimeSchema, weekdayOf } from './zone.ts';

/**
 * The hours in which something may happen: from `from` until just before `to` (past midnight when `to` is not later;
 * all day when both are equal), on some weekdays (1 Monday … 7 Sunday; all if not said), also or not on holidays.
 */
export const allowedHoursSchema = z.strictObject({
  from: localTimeSchema,
  to: z.union([localTimeSchema, z.literal('24:00')]),
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
  exceptHolidays: z.boolean().optional(),
});
export type AllowedHours = z.infer<typeof allowedHoursSchema>;

/** A span of instants, epoch ms, the end not included. */
export type Span = { start: number; end: number };

/**
 * The first instant from `at` on (`at` itself if allowed) that lies in the allowed hours of a zone.
 * Null if there is none within a year. A window belongs to the day on which it opens.
 */
export function nextAllowed(
  at: number,
  zone: string,
  hours: AllowedHours,
  isHoliday: (date: string) => boolean = () => false,
): number | null {
  for (const { start, end } of allowedSpans(at, zone, hours, isHoliday)) if (at < end) return Math.max(at, start);
  return null;
}

/** The allowed windows in order, from the day before an instant on, for a year; windows that a clock change swallows are left out. */
export function* allowedSpans(
  at: number,
  zone: string,
  { from, to, weekdays, exceptHolidays }: AllowedHours,
  isHoliday: (date: string) => boolean = () => false,
): Generator<Span> {
  const today = localOf(at, zone).date;
  for (let offset = -1; offset <= 370; offset++) {
    const day = addDays(today, offset);
    if (weekdays && !weekdays.includes(weekdayOf(day))) continue;
    if (exceptHolidays && isHoliday(day)) continue;
    const start = instantOf(day, from, zone);
    const end = instantOf(to > from ? day : addDays(day, 1), to, zone);
    if (start < end) yield { start, end };
  }
}
