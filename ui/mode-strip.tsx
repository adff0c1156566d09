import type { ReactNode } from 'react';
import styles from './mode-strip.module.css';

/**
 * Above everything: says that this is a drill, that an emergency is running, or (`calm`) that something else is. Its words
 * come from the page; at its `end` stands the brake of what it speaks of.
 */
export function ModeStrip({
  mode,
  word,
  end,
  children,
}: {
  mode: 'drill' | 'live' | 'calm';
  word: string;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <aside className={`${styles['strip']} ${styles[mode]}`} aria-label={word}>
      <strong className={styles['word']}>{word}</strong>
      <span className={styles['text']}>{children}</span>
      {end && <span className={styles['end']}>{end}</span>}
    </aside>
  );
}
