import { type TextareaHTMLAttributes, useId } from 'react';
import styles from './field.module.css';
import { describedBy, FieldFrame } from './field-frame.tsx';

/** Several lines of text; `note` stands under them and is read out as it changes (characters, parts, cost). */
export function TextArea({
  label,
  hint,
  error,
  note,
  id: given,
  rows = 4,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  note?: string | undefined;
}) {
  const own = useId();
  const id = given ?? own;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        {...rest}
        id={id}
        rows={rows}
        className={styles['input']}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
      {note && (
        <span className={styles['hint']} role="status">
          {note}
        </span>
      )}
    </FieldFrame>
  );
}
