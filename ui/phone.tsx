import type { ReactNode } from 'react';
import styles from './phone.module.css';

export type Bubble = {
  key: string;
  from: 'us' | 'them';
  text: string;
  lang?: string | undefined;
  time: string;
  note?: string | undefined;
};

/** A phone as the person who holds it sees it. In a drill the word stands on the screen, above the thread. */
export function Phone({
  sender,
  label,
  drill,
  bubbles,
  short = false,
  children,
}: {
  sender: string;
  label: string;
  drill: string | null;
  bubbles: Bubble[];
  /** As tall as what it shows, for a preview. */
  short?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={styles['phone']} role="group" aria-label={label}>
      <div className={styles['ear']} />
      <header className={styles['sender']}>{sender}</header>
      {drill && <p className={styles['drill']}>{drill}</p>}
      <ol className={`${styles['thread']} ${short ? styles['short'] : ''}`} tabIndex={0} aria-label={label}>
        {bubbles.map(({ key, from, text, lang, time, note }) => (
          <li key={key} className={styles[from]}>
            <p className={styles['text']} lang={lang}>
              {text}
            </p>
            <p className={styles['time']}>
              {time}
              {note && ` · ${note}`}
            </p>
          </li>
        ))}
      </ol>
      {children}
    </div>
  );
}
