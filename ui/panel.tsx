import type { ReactNode } from 'react';
import styles from './panel.module.css';

/** A titled part of a page on card ground, with a hairline and no shadow. */
export function Panel({
  title,
  id,
  aside,
  children,
}: {
  title: string;
  id: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles['panel']}>
      <header className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** The title block of a plan (cajetín): cells of name and value between ink lines. */
export function TitleBlock({ cells }: { cells: { label: string; value: ReactNode }[] }) {
  return (
    <dl className={styles['block']}>
      {cells.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
