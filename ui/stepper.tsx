import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { LinkType } from './link-type.ts';
import styles from './stepper.module.css';

export type Step = {
  key: string;
  title: string;
  state: 'done' | 'current' | 'todo' | 'problem';
  /** What stands there so far, in a few words. */
  note?: ReactNode;
  href?: string | undefined;
};

/** The parts of a piece of work as marks on a ruler: what is done, where one is, what is missing. */
export function Stepper({
  label,
  steps,
  words,
  Link,
}: {
  label: string;
  steps: Step[];
  words: Record<Step['state'], string>;
  Link: LinkType;
}) {
  return (
    <nav aria-label={label}>
      <ol className={styles['stepper']}>
        {steps.map(({ key, title, state, note, href }, i) => (
          <li key={key} className={styles[state]}>
            <span className={styles['mark']} aria-hidden>
              {state === 'done' ? <Icon name="check" size={16} /> : state === 'problem' ? '!' : i + 1}
            </span>
            <span className={styles['words']}>
              {href === undefined ? (
                <span className={styles['title']}>{title}</span>
              ) : (
                <Link href={href} className={styles['title']} aria-current={state === 'current' ? 'step' : undefined}>
                  {title}
                </Link>
              )}
              <span className="visually-hidden">, {words[state]}</span>
              {note && <span className={styles['note']}>{note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
