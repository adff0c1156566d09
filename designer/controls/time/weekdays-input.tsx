import { dateFormat } from '#locales/dates-and-lists.ts';
import type { Say } from '../../say.ts';
import styles from '../controls.module.css';
import { listOf } from '../read-value.ts';

/** Days of the week, 1 Monday to 7 Sunday, each a letter to press; nothing means all. */
export function WeekdaysInput({
  value,
  onChange,
  label,
  say,
}: {
  value: unknown;
  onChange: (weekdays: number[]) => void;
  label: string;
  say: Say;
}) {
  const chosen = listOf(value).map(Number);
  return (
    <div className={styles['weekdays']} role="group" aria-label={label}>
      {Array.from({ length: 7 }, (_, i) => {
        const day = i + 1;
        // 1 June 2026 is a Monday.
        const date = new Date(Date.UTC(2026, 5, day));
        const on = chosen.includes(day);
        const name = (weekday: 'narrow' | 'long') => dateFormat(say.locale, { weekday, timeZone: 'UTC' }).format(date);
        return (
          <button
            key={day}
            type="button"
            aria-pressed={on}
            aria-label={name('long')}
            onClick={() =>
              onChange((on ? chosen.filter((other) => other !== day) : [...chosen, day]).toSorted((a, b) => a - b))
            }
          >
            {name('narrow')}
          </button>
        );
      })}
    </div>
  );
}
