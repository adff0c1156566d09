import styles from './progress-bar.module.css';

/** A plan's scale bar filled as far as the work has come; the figures stand beside it in words. */
export function ProgressBar({
  value,
  max,
  label,
  figures,
}: {
  value: number;
  max: number;
  label: string;
  figures: string;
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      className={styles['bar']}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={figures}
    >
      <svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden>
        <rect className={styles['bed']} width="1000" height="14" />
        <rect className={styles['water']} width={share * 1000} height="14" />
        {[200, 400, 600, 800].map((x) => (
          <path key={x} className={styles['tick']} d={`M${x} 0v14`} />
        ))}
        <rect className={styles['edge']} width="1000" height="14" />
      </svg>
      <span className={styles['figures']}>{figures}</span>
    </div>
  );
}
