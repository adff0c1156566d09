'use client';

import { useState } from 'react';
import { durationMs, durationSchema } from '#engine/time/duration.ts';
import fieldStyles from '#ui/field.module.css';
import type { Say } from '../../say.ts';
import styles from '../controls.module.css';
import { NumberInput } from '../plain/number-input.tsx';
import { recordOf } from '../read-value.ts';

const units = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
] as const;
type Unit = (typeof units)[number][0];

/** A length of time: how many of what. Of a length in several units the smallest is shown; changing the unit keeps the figure. */
export function DurationInput({
  id,
  value,
  onChange,
  labelledBy,
  label,
  describedBy,
  invalid,
  say,
}: {
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
  labelledBy?: string;
  label?: string;
  describedBy?: string | undefined;
  invalid?: boolean;
  say: Say;
}) {
  const { amount, unit: told } = read(value);
  const [chosen, setChosen] = useState<Unit>();
  const unit = amount === undefined ? (chosen ?? told) : told;
  const write = (figure: unknown, of: Unit) => onChange(figure === undefined ? undefined : { [of]: figure });
  return (
    <div className={styles['pair']} role="group" aria-label={label} aria-labelledby={labelledBy}>
      <NumberInput
        id={id}
        value={amount}
        onChange={(figure) => write(figure, unit)}
        width={96}
        aria-label={say('control.amount')}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
      />
      <select
        className={fieldStyles['input']}
        value={unit}
        aria-label={say('control.unit')}
        onChange={(event) => {
          const next = units.find(([name]) => name === event.target.value)?.[0] ?? unit;
          setChosen(next);
          if (amount !== undefined) write(amount, next);
        }}
      >
        {units.map(([name]) => (
          <option key={name} value={name}>
            {say(`control.${name}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function read(value: unknown): { amount: unknown; unit: Unit } {
  const duration = durationSchema.safeParse(value);
  if (duration.success) {
    const ms = durationMs(duration.data);
    const written = typeof duration.data === 'string' ? [] : Object.keys(duration.data);
    const own = written.length === 1 ? units.find(([name]) => name === written[0]) : undefined;
    const [unit, size] = own ?? units.find(([, each]) => ms >= each && ms % each === 0) ?? units[3];
    return { amount: ms / size, unit };
  }
  const [[unit, amount] = ['hours', undefined]] = Object.entries(recordOf(value));
  return { amount, unit: units.find(([name]) => name === unit)?.[0] ?? 'hours' };
}
