import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './list.module.css';

export type ListLine = {
  key: string;
  icon?: IconName | undefined;
  /** What the line is about; a link when it leads somewhere. */
  title: ReactNode;
  meta?: ReactNode;
  /** State, figure or act at the line's end. */
  end?: ReactNode;
};

/** Lines between hairlines: an icon, what it is, what is known of it in small, and its state at the end. Without lines, nothing. */
export function List({ lines, label }: { lines: ListLine[]; label?: string | undefined }) {
  if (lines.length === 0) return null;
  return (
    <ul className={styles['list']} aria-label={label}>
      {lines.map(({ key, icon, title, meta, end }) => (
        <li key={key}>
          {icon && <Icon name={icon} />}
          <span className={styles['words']}>
            <span className={styles['title']}>{title}</span>
            {meta && <span className={styles['meta']}>{meta}</span>}
          </span>
          {end !== undefined && end !== null && <span className={styles['end']}>{end}</span>}
        </li>
      ))}
    </ul>
  );
}
