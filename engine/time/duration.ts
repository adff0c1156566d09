import { z } from 'zod';

const count = z.number().min(0).max(1_000_000);
const isoPattern =
  /^P(?=.)(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=.)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** A fixed length of time, as parts or as ISO 8601 (`P3D`, `PT90M`); a day is 24 hours, months and years are no duration. */
export const durationSchema = z.union([
  z
    .strictObject({
      days: count.optional(),
      hours: count.optional(),
      minutes: count.optional(),
      seconds: count.optional(),
    })
    .refine((parts) => Object.values(parts).some((part) => part !== undefined), { message: 'empty-duration' }),
  z.string().max(40).regex(isoPattern, { message: 'iso-duration' }),
]);
export type Duration = z.infer<typeof durationSchema>;

/** The length of a valid duration in whole milliseconds. */
export function durationMs(duration: Duration): number {
  if (typeof duration !== 'string') {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = duration;
    return milliseconds(0, days, hours, minutes, seconds);
  }
  const [, ...parts] = isoPattern.exec(duration) ?? [];
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return milliseconds(weeks, days, hours, minutes, seconds);
}

function milliseconds(weeks: number, days: number, hours: number, minutes: number, seconds: number) {
  return Math.round((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000);
}
