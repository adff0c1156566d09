import styles from './mark.module.css';

/** The mark: two banks in ink and the water between them. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className={styles['mark']} width={size} height={size} viewBox="0 0 28 28" aria-hidden>
      <path className={styles['bank']} d="M5 2c0 8 8 8 8 14 0 5-5 6-5 10" />
      <path className={styles['water']} d="M10 2c0 7 8 8 8 14 0 5-5 6-5 10" />
      <path className={styles['bank']} d="M15 2c0 6 8 8 8 14 0 5-5 6-5 10" />
    </svg>
  );
}
