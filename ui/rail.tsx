import { Icon, type IconName } from './icon.tsx';
import type { LinkType } from './link-type.ts';
import styles from './rail.module.css';

export type RailItem = {
  label: string;
  icon: IconName;
  href: string | null;
  current: boolean;
  /** What waits there, as a figure: «3». */
  count?: string | undefined;
};

/** The left rail. Items without an address are drawn dashed, as plans draw projected works, and are no links. */
export function Rail({
  label,
  planned,
  items,
  slim = false,
  Link,
}: {
  label: string;
  planned: string;
  items: RailItem[];
  /** The page needs the room: where the window is not large, words show only at the item pointed at. */
  slim?: boolean;
  Link: LinkType;
}) {
  return (
    <nav className={`${styles['rail']} ${slim ? styles['slim'] : ''}`} aria-label={label}>
      <ul>
        {items.map(({ label: word, icon, href, current, count }) => (
          <li key={word}>
            {href === null ? (
              <span className={`${styles['item']} ${styles['planned']}`}>
                <Icon name={icon} />
                <span className={styles['word']}>
                  {word}
                  <span className="visually-hidden"> ({planned})</span>
                </span>
              </span>
            ) : (
              <Link href={href} className={styles['item']} aria-current={current ? 'page' : undefined}>
                <Icon name={icon} />
                <span className={styles['word']}>{word}</span>
                {count && <span className={styles['count']}>{count}</span>}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {items.some(({ href }) => href === null) && (
        <p className={styles['legend']} aria-hidden>
          <span className={styles['sample']} /> {planned}
        </p>
      )}
    </nav>
  );
}
