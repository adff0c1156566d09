import type { ReactNode } from 'react';
import { Disclosure } from './disclosure.tsx';
import { FieldNotes } from './field-frame.tsx';
import { Icon } from './icon.tsx';
import styles from './inspector-field.module.css';

/**
 * One line of the inspector: what is asked, its control, what stands in the way and the help that unfolds. Controls that
 * are groups (a ladder, a rule) name themselves by `${id}-label`; the rest are named by a label for `id`.
 */
export function InspectorField({
  id,
  label,
  group = false,
  hint,
  problems = [],
  pending,
  help,
  helpTitle = '',
  children,
}: {
  id: string;
  label: string;
  group?: boolean;
  hint?: string | undefined;
  problems?: { severity: 'error' | 'warning'; sentence: string }[];
  /** Says that what is written is kept but not yet part of the journey, because it is not valid. */
  pending?: string | undefined;
  help?: ReactNode;
  helpTitle?: string;
  children: ReactNode;
}) {
  const error = problems.find(({ severity }) => severity === 'error');
  return (
    <div className={`${styles['field']} ${error ? styles['wrong'] : ''}`}>
      <div className={styles['head']}>
        {group ? (
          <span id={`${id}-label`} className={styles['label']}>
            {label}
          </span>
        ) : (
          <label id={`${id}-label`} htmlFor={id} className={styles['label']}>
            {label}
          </label>
        )}
        {pending && <span className={styles['pending']}>{pending}</span>}
      </div>
      <FieldNotes id={id} hint={hint} error={error?.sentence} />
      {children}
      {problems
        .filter((one) => one !== error)
        .map(({ severity, sentence }) => (
          <p key={sentence} className={`${styles['problem']} ${styles[severity]}`}>
            <Icon name={severity === 'error' ? 'octagon' : 'triangle'} size={16} />
            {sentence}
          </p>
        ))}
      {help && <Disclosure title={helpTitle}>{help}</Disclosure>}
    </div>
  );
}
