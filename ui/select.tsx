import { type SelectHTMLAttributes, useId } from 'react';
import styles from './field.module.css';
import { describedBy, FieldFrame } from './field-frame.tsx';

export type Choice = { value: string; title: string; lang?: string };

/** One of a few, in the browser's own list: it opens well on every phone. For many, see `combobox.tsx`. */
export function Select({
  label,
  hint,
  error,
  choices,
  id: given,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  choices: Choice[];
}) {
  const own = useId();
  const id = given ?? own;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select
        {...rest}
        id={id}
        className={styles['input']}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {choices.map(({ value, title, lang }) => (
          <option key={value} value={value} lang={lang}>
            {title}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
