'use client';

import { type FormHTMLAttributes, type ReactNode, useEffect, useRef } from 'react';
import { ErrorSummary } from './field.tsx';
import styles from './form.module.css';

/**
 * A form that says on top what it could not accept and takes the reader there. `errors` name fields by their id; pass a new
 * list with every attempt, so that the summary takes the focus again. What was written stays.
 */
export function Form({
  errors = none,
  errorTitle,
  actions,
  children,
  ...rest
}: FormHTMLAttributes<HTMLFormElement> & {
  errors?: { field: string; sentence: string }[];
  errorTitle: string;
  /** The buttons at its end, the main one first. */
  actions: ReactNode;
}) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus();
  }, [errors]);
  return (
    <form {...rest} className={styles['form']} noValidate>
      {errors.length > 0 && <ErrorSummary ref={summary} title={errorTitle} errors={errors} />}
      {children}
      <div className={styles['actions']}>{actions}</div>
    </form>
  );
}

const none: { field: string; sentence: string }[] = [];
