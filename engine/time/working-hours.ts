import { type AllowedHours, allowedSpans } from './allowed-hours.ts';

/**
 * When work of some length (ms), begun at `from`, is due if only working hours count: the instant at which that much
 * of them has passed. Null if a year does not hold it.
 */
export function addWorkingHours(
  from: number,
  lengthMs: number,
  zone: string,
  hours: AllowedHours,
  isHoliday: (date: string) => boolean = () => false,
): number | null {
  let left = lengthMs;
  for (const { start, end } of allowedSpans(from, zone, hours, isHoliday)) {
    const begin = Math.max(start, from);
    if (begin >= end) continue;
    if (left <= end - begin) return begin + left;
    left -= end - begin;
  }
  return null;
}
