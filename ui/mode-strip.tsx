import type { ReactNode } from 'react';
import styles from './mode-strip.module.css';

/** Above everything: says that this is a drill, or that an emergency is running. Its words come from the page. */
export function ModeStrip({ mode, word, children }: { mode: 'drill' | 'live'; word: string; children: ReactNode }) {
  return (
    <aside className={`${styles['strip']} ${styles[mode]}`} aria-label={word}>
      <strong className={styles['word']}>{word}</strong>
      <span className={styles['text']}>{children}</span>
    </aside>
  );
}
