import { Icon, type IconName } from './icon.tsx';
import type { LinkType } from './link-type.ts';
import styles from './view-switch.module.css';

/** Ways of looking at the same thing, side by side; each is a link, so that the address says which one is looked at. */
export function ViewSwitch({
  label,
  views,
  Link,
}: {
  label: string;
  views: { key: string; title: string; href: string; current: boolean; icon?: IconName }[];
  Link: LinkType;
}) {
  return (
    <nav className={styles['switch']} aria-label={label}>
      {views.map(({ key, title, href, current, icon }) => (
        <Link key={key} href={href} scroll={false} replace aria-current={current ? 'true' : undefined}>
          {icon && <Icon name={icon} />}
          {title}
        </Link>
      ))}
    </nav>
  );
}
