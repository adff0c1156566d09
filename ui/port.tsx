import type { ReactNode } from 'react';
import styles from './port.module.css';

/** `open`: leads nowhere yet, `joined`: a line leaves it, `aimed`: a line being drawn would end or begin here. */
export type PortState = 'open' | 'joined' | 'aimed';

/** A way out of a card, as a named pill of at least 24 px; never a bare dot. `slot` is where a line is fastened. */
export function Port({ label, state = 'joined', slot }: { label: string; state?: PortState; slot?: ReactNode }) {
  return (
    <span className={`${styles['port']} ${styles[state]}`} title={label}>
      <span className={styles['label']}>{label}</span>
      {slot}
    </span>
  );
}
