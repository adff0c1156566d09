'use client';

import styles from './count-with-age.module.css';

/** A live figure. After 10 s without news it greys, and its age is said in words. */
export function CountWithAge({
  figure,
  label,
  ageSeconds,
  age,
  note,
  large = false,
}: {
  figure: string;
  label: string;
  ageSeconds: number;
  /** How the age is said: «hace 12 s». */
  age: string;
  note?: string | undefined;
  /** One of the few figures that are asked for first. */
  large?: boolean | undefined;
}) {
  const stale = ageSeconds > 10;
  return (
    <div className={`${styles['count']} ${stale ? styles['stale'] : ''} ${large ? styles['large'] : ''}`}>
      <dt>{label}</dt>
      <dd>
        <span className={styles['figure']}>{figure}</span>
        {note && <span className={styles['note']}>{note}</span>}
        {stale && <span className={styles['age']}>{age}</span>}
      </dd>
    </div>
  );
}
