import type { ReactNode } from 'react';
import styles from './page-head.module.css';

/** A page's name, what it is in small beneath, and at the right what belongs to the whole page: its age, its one main act. */
export function PageHead({ title, meta, children }: { title: ReactNode; meta?: ReactNode; children?: ReactNode }) {
  return (
    <header className={styles['head']}>
      <div className={styles['title']}>
        <h1>{title}</h1>
        {meta && <p className={styles['meta']}>{meta}</p>}
      </div>
      {children && <div className={styles['aside']}>{children}</div>}
    </header>
  );
}
