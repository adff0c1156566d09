'use client';

import { type InputHTMLAttributes, useState } from 'react';
import { Field } from './field.tsx';
import styles from './password-field.module.css';

/** A password that can be pasted, filled in by a manager, and looked at before it is sent. */
export function PasswordField({
  show,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The words of the box that makes it readable. */
  show: string;
}) {
  const [shown, setShown] = useState(false);
  return (
    <div className={styles['password']}>
      <Field {...rest} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
      <label className={styles['show']}>
        <input type="checkbox" checked={shown} onChange={({ target }) => setShown(target.checked)} />
        {show}
      </label>
    </div>
  );
}
