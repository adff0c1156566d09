import { Icon, type IconName } from './icon.tsx';
import styles from './wall-figure.module.css';

/** One figure on a wall, read from across a room: its word, its icon and the number; never colour alone. */
export function WallFigure({
  tone,
  icon,
  word,
  figure,
  note,
  largest = false,
}: {
  tone: 'plain' | 'help' | 'safe' | 'silent';
  icon: IconName;
  word: string;
  figure: string;
  note?: string | undefined;
  /** The figure the room is here for: the largest size. */
  largest?: boolean;
}) {
  return (
    <div className={`${styles['figure']} ${styles[tone]} ${largest ? styles['first'] : ''}`}>
      <dt>
        <Icon name={icon} size={56} />
        {word}
      </dt>
      <dd>
        {figure}
        {note && <span className={styles['note']}>{note}</span>}
      </dd>
    </div>
  );
}
