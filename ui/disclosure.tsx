import type { ReactNode } from 'react';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';

/** More about something, folded away until asked for. The browser's own element, so that searching in the page finds it. */
export function Disclosure({
  title,
  open = false,
  children,
}: {
  title: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={styles['disclosure']} open={open}>
      <summary>
        <Icon name="down" size={16} />
        {title}
      </summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
