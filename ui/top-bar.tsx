import type { ReactNode } from 'react';
import type { LinkType } from './link-type.ts';
import { Mark } from './mark.tsx';
import styles from './top-bar.module.css';

/** The bar above every staff page: mark, unit, search in the middle, and at its end what is reached from anywhere. */
export function TopBar({
  unit,
  home,
  search,
  Link,
  children,
}: {
  unit: ReactNode;
  home: string;
  search?: ReactNode;
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
      <div className={styles['unit']}>{unit}</div>
      {search && <div className={styles['search']}>{search}</div>}
      <div className={styles['end']}>{children}</div>
    </header>
  );
}
