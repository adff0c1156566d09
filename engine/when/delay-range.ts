import type { Delay } from '../delay.ts';
import { atOnce, lasting, noTime, type Range } from './span.ts';
import { workingDaysRange } from './working-days-range.ts';

const hour = 3_600_000;
/** Hours a day that offices work (delay-due.ts). */
const officeDay = 6;

/** How long after it is armed a timer fires, whoever the person and whatever the day. */
export function delayRange(delay: Delay, seat: string): Range {
  switch (delay.wait) {
    case 'now':
      return atOnce;
    case 'duration':
      return { from: lasting(delay.ms), to: lasting(delay.ms) };
    case 'working-days':
      return workingDaysRange(delay.days, seat);
    case 'working-hours': {
      const { to } = workingDaysRange(Math.max(1, Math.ceil(delay.hours / officeDay)), seat);
      return { from: lasting(delay.hours * hour), to };
    }
    case 'until':
      // The date is each person's own, and may lie in the past.
      return { from: noTime, to: null };
    case 'allowed': {
      const everyDay = delay.hours.weekdays === undefined && !delay.hours.exceptHolidays;
      return { from: noTime, to: lasting((everyDay ? 1 : 7) * 24 * hour) };
    }
    case 'rung': {
      const { leaveMs, answerMs } = delay;
      return { from: lasting(Math.min(leaveMs ?? answerMs, answerMs)), to: lasting((leaveMs ?? 0) + answerMs) };
    }
  }
}
