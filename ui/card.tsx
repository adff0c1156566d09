import type { ReactNode } from 'react';
import styles from './card.module.css';
import { Icon, type IconName } from './icon.tsx';

export type Group = 'triggers' | 'flow' | 'messages' | 'people' | 'end';
/** How much of a card is shown: all of it; title, face and count; or bank, icon and count, at the same size on every zoom. */
export type Detail = 'near' | 'middle' | 'far';
export type CardCount = { words: string; figure: string };
/** What is wrong with the node; `label` says it to whoever does not see the chip. */
export type CardProblems = { severity: 'error' | 'warning'; n: number; label: string };

/**
 * One node of a drawing, 264 px wide and as tall as its words were reckoned to take: bank in its group's hue, title, summary,
 * face, ways out as named pills, people. `--per-px` (flow units per pixel on screen) keeps marks readable from afar.
 */
export function Card({
  group,
  icon,
  kind,
  title,
  summary,
  face,
  ports,
  people,
  height,
  lines,
  problems = null,
  detail = 'near',
  stale = false,
}: {
  group: Group;
  icon: IconName;
  kind: string;
  title: string;
  summary: string;
  face?: ReactNode;
  ports: { id: string; label: string; x: number; y: number; width: number; slot?: ReactNode }[];
  /** How many stand here; null when nothing is running. */
  people: CardCount | null;
  height: number;
  lines: { title: number; summary: number; face: number };
  problems?: CardProblems | null;
  detail?: Detail;
  stale?: boolean;
}) {
  const look = [styles['card'], styles[group], styles[detail], people && !stale ? styles['wet'] : ''];
  return (
    <article className={look.join(' ')} style={{ height }}>
      {problems && <Problems of={problems} />}
      {detail === 'far' ? (
        <span className={styles['mark']}>
          <Icon name={icon} label={kind} />
        </span>
      ) : (
        <>
          <header className={styles['head']}>
            <Icon name={icon} label={kind} />
            <span className={styles['title']} style={{ WebkitLineClamp: detail === 'near' ? lines.title : 3 }}>
              {title}
            </span>
          </header>
          {detail === 'near' && summary !== '' && (
            <p className={styles['summary']} style={{ WebkitLineClamp: lines.summary }}>
              {summary}
            </p>
          )}
          {face && (
            <div className={styles['face']} style={{ height: lines.face }}>
              {face}
            </div>
          )}
        </>
      )}
      {people && (
        <p className={`${styles['count']} ${stale ? styles['stale'] : ''}`}>
          <Icon name="people" size={16} />
          {detail === 'far' ? people.figure : people.words}
          {stale && ' ?'}
        </p>
      )}
      {detail !== 'far' && ports.length > 0 && (
        <ul className={styles['ports']}>
          {ports.map(({ id, label, x, y, width, slot }) => (
            <li key={id} style={{ left: x, top: y, width }}>
              {detail === 'near' && <span className={styles['label']}>{label}</span>}
              {slot}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function Problems({ of: { severity, n, label } }: { of: CardProblems }) {
  return (
    <span className={`${styles['problems']} ${styles[severity]}`}>
      <Icon name={severity === 'error' ? 'octagon' : 'triangle'} size={16} label={label} />
      {n > 1 && n}
    </span>
  );
}
