import type { ReactNode } from 'react';
import type { LinkType } from './link-type.ts';
import { Mark } from './mark.tsx';
import styles from './top-bar.module.css';

/** The bar above every staff page: mark, unit, and at its end what is reached from anywhere. */
export function TopBar({
  unit,
  home,
  Link,
  children,
}: {
  unit: string;
  home: string;
  Link: LinkType;
  children: ReactNode;
}) {
  return (
    <header className={styles['bar']}>
      <Link href="/" className={styles['name']}>
        <Mark />
        <span className={styles['word']}>Cauce</span>
        <span className="visually-hidden">, {home}</span>
      </Link>
      <span className={styles['unit']}>{unit}</span>
      <div className={styles['end']}>{children}</div>
    </header>
  );
}
