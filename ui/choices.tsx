import { type ReactNode, useId } from 'react';
import styles from './choices.module.css';
import { describedBy, FieldNotes } from './field-frame.tsx';

export type Option = { value: string; title: string; means?: ReactNode; disabled?: boolean };

/** One of a few, all in sight (`one`), or any number of them (`many`); each with what it means beneath. */
export function Choices({
  label,
  name,
  kind = 'one',
  options,
  chosen,
  onChoose,
  hint,
  error,
}: {
  label: string;
  name: string;
  kind?: 'one' | 'many';
  options: Option[];
  /** What is chosen at first, or at all times when `onChoose` is given. */
  chosen?: string[];
  onChoose?: (chosen: string[]) => void;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  const id = useId();
  const now = (value: string) => chosen?.includes(value) ?? false;
  const choose = (value: string, on: boolean) =>
    onChoose?.(kind === 'one' ? [value] : on ? [...(chosen ?? []), value] : (chosen ?? []).filter((v) => v !== value));
  return (
    <fieldset className={styles['choices']} aria-describedby={describedBy(id, hint, error)} id={name}>
      <legend>{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {options.map(({ value, title, means, disabled }) => (
        <label key={value} className={styles['option']}>
          <input
            type={kind === 'one' ? 'radio' : 'checkbox'}
            name={name}
            value={value}
            disabled={disabled}
            {...(onChoose
              ? { checked: now(value), onChange: (event) => choose(value, event.target.checked) }
              : { defaultChecked: now(value) })}
          />
          <span className={styles['title']}>{title}</span>
          {means && <span className={styles['means']}>{means}</span>}
        </label>
      ))}
    </fieldset>
  );
}
