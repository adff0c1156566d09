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
  geometry,
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
  /** Each where it was reckoned to stand; without places they stand in rows at the foot. */
  ports: { id: string; label: string; slot?: ReactNode; place?: { x: number; y: number; width: number } }[];
  /** How many stand here; null when nothing is running. */
  people: CardCount | null;
  /** What was reckoned; without it the card is as tall as its words make it. */
  geometry?: { height: number; titleLines: number; summaryLines: number; faceHeight: number };
  problems?: CardProblems | null;
  detail?: Detail;
  stale?: boolean;
}) {
  const look = [styles['card'], styles[group], styles[detail], people && !stale ? styles['wet'] : ''];
  return (
    <article className={look.join(' ')} style={geometry && { height: geometry.height }}>
      {problems && <Problems of={problems} />}
      {detail === 'far' ? (
        <span className={styles['mark']}>
          <Icon name={icon} label={kind} />
        </span>
      ) : (
        <>
          <header className={styles['head']}>
            <Icon name={icon} label={kind} />
            <span
              className={styles['title']}
              style={{ WebkitLineClamp: detail === 'near' ? (geometry?.titleLines ?? 2) : 3 }}
            >
              {title}
            </span>
          </header>
          {detail === 'near' && summary !== '' && (
            <p className={styles['summary']} style={{ WebkitLineClamp: geometry?.summaryLines ?? 3 }}>
              {summary}
            </p>
          )}
          {face && (
            <div className={styles['face']} style={geometry && { height: geometry.faceHeight }}>
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
        <ul className={`${styles['ports']} ${ports[0]?.place ? styles['placed'] : ''}`}>
          {ports.map(({ id, label, place, slot }) => (
            <li key={id} style={place && { left: place.x, top: place.y, width: place.width }}>
              <span className={styles['label']}>{label}</span>
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
