import styles from './face.module.css';
import { Icon, type IconName } from './icon.tsx';

/** The six faces of a card, drawn small. What they show is data; what it means is said in the card's words. */
export type Face =
  | { face: 'bubble'; words: string }
  | { face: 'ladder'; parallel: boolean; rungs: { id: string; icon: IconName; label: string }[]; more?: string | null }
  | { face: 'fork'; shares: { id: string; label: string; percent: number | null }[]; more?: string | null }
  | { face: 'clock'; label: string }
  | { face: 'hand'; team: string; term: string }
  | { face: 'gate'; label: string };

export function CardFace({ of }: { of: Face }) {
  switch (of.face) {
    case 'bubble':
      return <q className={styles['bubble']}>{of.words}</q>;
    case 'ladder':
      return (
        <ol className={`${styles['ladder']} ${of.parallel ? styles['parallel'] : ''}`}>
          {of.rungs.map(({ id, icon, label }, i) => (
            <li key={id}>
              <span className={styles['step']}>{of.parallel ? '=' : i + 1}</span>
              <Icon name={icon} size={16} />
              {label}
            </li>
          ))}
          {of.more && <li>{of.more}</li>}
        </ol>
      );
    case 'fork':
      return (
        <ul className={styles['fork']}>
          {of.shares.map(({ id, label, percent }) => (
            <li key={id}>
              <span>{label}</span>
              {percent !== null && <span className={styles['share']}>{percent} %</span>}
            </li>
          ))}
          {of.more && <li>{of.more}</li>}
        </ul>
      );
    case 'clock':
      return (
        <span className={styles['clock']}>
          <span className={styles['ruler']} />
          {of.label}
        </span>
      );
    case 'hand':
      return (
        <span className={styles['hand']}>
          <span>{of.team}</span>
          <span>{of.term}</span>
        </span>
      );
    case 'gate':
      return <code className={styles['gate']}>{of.label}</code>;
  }
}
