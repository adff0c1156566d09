'use client';

import fieldStyles from '#ui/field.module.css';
import { textOf } from '../read-value.ts';
import styles from './rule.module.css';
import type { ValueProps } from './value-editor.tsx';

/** A date of a rule: today, which moves with the calendar, or one day of it. */
export function DateInput({
  id,
  value,
  onChange,
  invalid,
  context: { say, now },
  label,
}: ValueProps & { label: string }) {
  const day = textOf(value);
  const today = new Date(now).toISOString().slice(0, 10);
  return (
    <span className={styles['date']}>
      <select
        id={id}
        className={fieldStyles['input']}
        value={day === 'today' ? 'today' : 'day'}
        aria-label={label}
        onChange={(event) => onChange(event.target.value === 'today' ? 'today' : today)}
      >
        <option value="today">{say('control.today')}</option>
        <option value="day">{say('control.a-day')}</option>
      </select>
      {day !== 'today' && (
        <input
          type="date"
          className={fieldStyles['input']}
          value={day}
          aria-label={label}
          aria-invalid={invalid || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </span>
  );
}
