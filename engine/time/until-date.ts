import { addDays, instantOf } from './zone.ts';

/** The instant (epoch ms) some days after (or, negative, before) a date, at a local time of a zone. */
export function untilDate(date: string, offsetDays: number, time: string, zone: string): number {
  return instantOf(addDays(date, offsetDays), time, zone);
}
