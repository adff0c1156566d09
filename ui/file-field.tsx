'use client';

import { useEffect, useRef, useState } from 'react';
import { describedBy, FieldFrame } from './field-frame.tsx';
import styles from './file-field.module.css';
import { Icon } from './icon.tsx';

/**
 * One file, chosen or dropped. The browser's own control lies over the whole place, with its words (which are in the
 * browser's language, not in the reader's) out of sight: what is pressed, dropped on and focused is still it.
 */
export function FileField({
  id,
  name,
  label,
  hint,
  error,
  accept,
  choose,
}: {
  id: string;
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  accept?: string;
  /** What is said while no file is chosen. */
  choose: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    // A form that was sent is emptied, and the file with it.
    const form = input.current?.form;
    const empty = () => setChosen(undefined);
    form?.addEventListener('reset', empty);
    return () => form?.removeEventListener('reset', empty);
  }, []);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <span className={styles['place']}>
        <input
          ref={input}
          id={id}
          name={name}
          type="file"
          accept={accept}
          aria-invalid={error ? true : undefined}
          aria-describedby={[describedBy(id, hint, error), `${id}-chosen`].filter(Boolean).join(' ')}
          onChange={(event) => setChosen(event.target.files?.[0]?.name)}
        />
        <span id={`${id}-chosen`} className={styles['said']}>
          <Icon name={chosen === undefined ? 'plus' : 'letter'} />
          <span>{chosen ?? choose}</span>
        </span>
      </span>
    </FieldFrame>
  );
}
