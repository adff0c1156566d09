import type { ReactNode } from 'react';
import styles from './foot-bar.module.css';
import { Icon } from './icon.tsx';
import type { LinkType } from './link-type.ts';
import type { RailItem } from './rail.tsx';

/** On a phone the rail stands at the foot, in reach of a thumb: four places, and `more` for the rest. */
export function FootBar({
  label,
  items,
  more,
  Link,
}: {
  label: string;
  items: (RailItem & { href: string })[];
  more: ReactNode;
  Link: LinkType;
}) {
  return (
    <nav className={styles['foot']} aria-label={label}>
      <ul>
        {items.map(({ label: word, icon, href, current, count }) => (
          <li key={href}>
            <Link href={href} aria-current={current ? 'page' : undefined}>
              <span className={styles['icon']}>
                <Icon name={icon} />
                {count && <span className={styles['count']}>{count}</span>}
              </span>
              {word}
            </Link>
          </li>
        ))}
        <li>{more}</li>
      </ul>
    </nav>
  );
}
