import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { Icon, type IconName } from './icon.tsx';

/** `inverse` stands in the way, `ochre` is good to know, `outline` is a plain fact; `drill` and `live` name a mode. */
export type ChipLook = 'outline' | 'ok' | 'ochre' | 'inverse' | 'drill' | 'live';

/** A short word about what it stands beside: a state, a mode, a kind. Never the only place where something is said. */
export function Chip({
  look = 'outline',
  icon,
  children,
}: {
  look?: ChipLook;
  icon?: IconName | undefined;
  children: ReactNode;
}) {
  return (
    <span className={`${styles['chip']} ${styles[look]}`}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </span>
  );
}
