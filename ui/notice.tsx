import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './notice.module.css';

/** `calm` informs, `ochre` is good to know before going on, `ink` stands in the way. */
export type NoticeLook = 'calm' | 'ochre' | 'ink';

/** A sentence that belongs to the whole page, with what can be done about it. Never red. */
export function Notice({
  look = 'calm',
  icon,
  action,
  live = false,
  children,
}: {
  look?: NoticeLook;
  icon?: IconName;
  action?: ReactNode;
  /** It appeared after the page did, so it is read out. */
  live?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={`${styles['notice']} ${styles[look]}`} role={live ? 'status' : undefined}>
      <Icon name={icon ?? icons[look]} />
      <div className={styles['words']}>{children}</div>
      {action}
    </div>
  );
}

const icons = { calm: 'info', ochre: 'triangle', ink: 'octagon' } as const;
