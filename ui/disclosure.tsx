import type { ReactNode } from 'react';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';

/** More about something, folded away until asked for. The browser's own element, so that searching in the page finds it. */
export function Disclosure({
  title,
  open = false,
  part,
  children,
}: {
  title: ReactNode;
  open?: boolean;
  /** A name by which it is found, to be opened from elsewhere. */
  part?: string;
  children: ReactNode;
}) {
  return (
    <details className={styles['disclosure']} open={open} data-part={part}>
      <summary>
        <Icon name="down" size={16} />
        {title}
      </summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
