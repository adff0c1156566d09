import type { ReactNode } from 'react';
import styles from './unfold.module.css';

/**
 * A button that unfolds a small panel beneath it: the browser's own popover, so that Escape and a click outside fold it
 * again and it works before any script has come. `foot`: rises from the lower edge, in reach of a thumb.
 */
export function Unfold({
  id,
  trigger,
  label,
  look = 'bar',
  place = 'beneath',
  children,
}: {
  id: string;
  trigger: ReactNode;
  /** Names the panel, and the button where its content is no words. */
  label: string;
  look?: 'bar' | 'foot';
  place?: 'beneath' | 'foot';
  children: ReactNode;
}) {
  return (
    <>
      <button type="button" popoverTarget={id} className={styles[look]} aria-label={label}>
        {trigger}
      </button>
      <div id={id} popover="auto" role="group" aria-label={label} className={`${styles['panel']} ${styles[place]}`}>
        {children}
      </div>
    </>
  );
}
