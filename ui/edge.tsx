import styles from './edge.module.css';

/**
 * A line between two cards, drawn inside an <svg>. With `width` (px) it carries people: water between two banks, as wide
 * as they are many; `filling` lets the water in once, from its beginning. `path` is an SVG path from port to card.
 */
export function Edge({
  path,
  width = 0,
  filling = false,
  state = 'plain',
}: {
  path: string;
  width?: number;
  filling?: boolean;
  state?: 'plain' | 'chosen' | 'walked' | 'projected';
}) {
  return (
    <g className={`${styles['edge']} ${styles[state]}`}>
      {width > 0 && (
        <>
          <path d={path} className={styles['banks']} strokeWidth={width + 2} />
          <path
            d={path}
            pathLength={1}
            className={`${styles['water']} ${filling ? styles['filling'] : ''}`}
            strokeWidth={width}
          />
        </>
      )}
      {width === 0 && <path d={path} className={styles['line']} />}
    </g>
  );
}

/** Width in px of the line that carries `people`, on the scale where the busiest line, with `most`, is 24 px wide. */
export function edgeWidth(people: number, most: number): number {
  return people <= 0 || most <= 0 ? 0 : Math.max(2, Math.round((24 * people) / most));
}
