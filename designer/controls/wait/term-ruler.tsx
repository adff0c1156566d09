import type { SkippedDay } from '#engine/time/skipped-days.ts';
import { addDays, localOf } from '#engine/time/zone.ts';
import styles from './wait.module.css';

/** Beyond this a day is thinner than a line. */
const mostDays = 150;

/**
 * A term as a ruler, a mark for each day: tall where it counts, hatched where it is a weekend, and hollow where it is a
 * holiday. A picture of what the sentence beside it says.
 */
export function TermRuler({
  from,
  to,
  zone,
  skipped,
}: {
  from: number;
  to: number;
  zone: string;
  skipped: readonly SkippedDay[];
}) {
  const first = addDays(localOf(from, zone).date, 1);
  const last = localOf(to, zone).date;
  const off = new Map(skipped.map((day) => [day.date, day.holiday === null ? 'weekend' : 'holiday']));
  const days: string[] = [];
  for (let day = first; day < last && days.length <= mostDays; day = addDays(day, 1)) days.push(day);
  if (days.length === 0 || days.length > mostDays) return null;
  return (
    <svg className={styles['ruler']} viewBox={`0 0 ${days.length * 4} 16`} preserveAspectRatio="none" aria-hidden>
      {days.map((day, i) => (
        <rect
          key={day}
          x={i * 4}
          width={3}
          y={off.has(day) ? 8 : 2}
          height={off.has(day) ? 8 : 14}
          className={styles[off.get(day) ?? 'counts']}
        />
      ))}
    </svg>
  );
}
