'use client';

import { useId } from 'react';
import styles from './duration-field.module.css';
import fieldStyles from './field.module.css';
import { FieldNotes } from './field-frame.tsx';
import { NumberField } from './number-field.tsx';

export const durationUnits = ['minutes', 'hours', 'days', 'weeks'] as const;
export type DurationUnit = (typeof durationUnits)[number];
export type Span = { amount: number; unit: DurationUnit };

/** A length of time: how many of what. The unit never changes the amount by itself. */
export function DurationField({
  label,
  value,
  onChange,
  units = durationUnits,
  hint,
  error,
  words,
}: {
  label: string;
  value: Span;
  onChange: (value: Span) => void;
  units?: readonly DurationUnit[];
  hint?: string | undefined;
  error?: string | undefined;
  words: { amount: string; unit: string; less: string; more: string } & Record<DurationUnit, string>;
}) {
  const id = useId();
  return (
    <fieldset className={styles['duration']} aria-describedby={hint || error ? `${id}-hint ${id}-error` : undefined}>
      <legend>{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className={styles['parts']}>
        <NumberField
          label={words.amount}
          value={value.amount}
          least={0}
          onChange={(amount) => onChange({ ...value, amount })}
          words={words}
        />
        <label className={styles['unit']}>
          {words.unit}
          <select
            className={fieldStyles['input']}
            value={value.unit}
            onChange={(event) => {
              const unit = units.find((one) => one === event.target.value);
              if (unit) onChange({ ...value, unit });
            }}
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {words[unit]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </fieldset>
  );
}
