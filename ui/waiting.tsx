import styles from './waiting.module.css';

/**
 * Holds the place of what is still being fetched, in its own shape, and says what it is waiting for. Hatched as a plan
 * hatches what has not been surveyed; nothing in it moves.
 */
export function Waiting({
  children,
  shape = 'lines',
  rows = 3,
}: {
  children: string;
  shape?: 'lines' | 'figures' | 'drawing';
  rows?: number;
}) {
  return (
    <div className={`${styles['waiting']} ${styles[shape]}`} aria-busy>
      <p role="status">{children}</p>
      <div className={styles['blocks']} aria-hidden>
        {Array.from({ length: rows }, (_, i) => (
          // Places without a content of their own: their order is all they are.
          <span key={`${i}`} />
        ))}
      </div>
    </div>
  );
}
