import type { ReactNode } from 'react';
import styles from './card.module.css';
import { Icon, type IconName } from './icon.tsx';
import { Port } from './port.tsx';

export type Group = 'triggers' | 'flow' | 'messages' | 'people' | 'end';

/** One node of a drawing, 264 px wide: bank in its group's hue, title, summary, face, ways out as named pills, people. */
export function Card({
  group,
  icon,
  kind,
  title,
  summary,
  face,
  ports,
  people,
  stale = false,
}: {
  group: Group;
  icon: IconName;
  kind: string;
  title: string;
  summary: string;
  face?: ReactNode;
  ports: { id: string; label: string; slot?: ReactNode }[];
  /** How many stand here, in words; null when nothing is running. */
  people: string | null;
  stale?: boolean;
}) {
  return (
    <article className={`${styles['card']} ${styles[group]} ${people && !stale ? styles['wet'] : ''}`}>
      <header className={styles['head']}>
        <Icon name={icon} label={kind} />
        <span className={styles['title']}>{title}</span>
      </header>
      <p className={styles['summary']}>{summary}</p>
      {face && <div className={styles['face']}>{face}</div>}
      {people !== null && (
        <p className={`${styles['count']} ${stale ? styles['stale'] : ''}`}>
          <Icon name="people" size={16} />
          {people}
          {stale && ' ?'}
        </p>
      )}
      {ports.length > 0 && (
        <ul className={styles['ports']}>
          {ports.map(({ id, label, slot }) => (
            <li key={id}>
              <Port label={label} slot={slot} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
