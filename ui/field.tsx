import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { describedBy, FieldFrame } from './field-frame.tsx';

/** A labelled line of text with its hint and, when wrong, what to do about it. */
export function Field({
  label,
  hint,
  error,
  id: given,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string | undefined; error?: string | undefined }) {
  const own = useId();
  const id = given ?? own;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        id={id}
        className={styles['input']}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  );
}

/** What a form could not accept, on top of it, each a link to its field. Give it focus when it appears. */
export function ErrorSummary({
  title,
  errors,
  ref,
}: {
  title: string;
  errors: { field: string; sentence: ReactNode }[];
  ref?: React.Ref<HTMLDivElement>;
}) {
  return (
    <div ref={ref} className={styles['summary']} role="alert" tabIndex={-1}>
      <strong>{title}</strong>
      <ul>
        {errors.map(({ field, sentence }) => (
          <li key={field}>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
