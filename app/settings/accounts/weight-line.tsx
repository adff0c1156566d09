import styles from './accounts.module.css';

const days = 14;
const shortestMs = 3_600_000;
const [width, height] = [560, 60];

/** The share of the traffic over two weeks, or since it is known, as a plan draws a water level: ink steps over the line where it rests. */
export function WeightLine({
  history,
  now,
  rest,
  label,
  legend,
}: {
  history: { at: string; weight: number; status: string }[];
  now: number;
  rest: number;
  label: string;
  legend: { now: string; rest: string };
}) {
  const until = Date.now();
  const from = Math.min(
    until - shortestMs,
    Math.max(until - days * 86_400_000, Date.parse(history[0]?.at ?? '1970-01-01')),
  );
  const x = (at: string) => Math.max(0, (width * (Date.parse(at) - from)) / (until - from));
  const y = (weight: number) => 4 + (height - 8) * (1 - Math.min(100, Math.max(0, weight)) / 100);
  const first = history[0] ?? { at: new Date(0).toISOString(), weight: now };
  const steps = history.slice(1).map(({ at, weight }) => `H${x(at).toFixed(1)}V${y(weight).toFixed(1)}`);
  return (
    <figure className={styles['weight']}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} preserveAspectRatio="none">
        <path className={styles['bed']} d={`M0 ${height - 1}H${width}`} />
        <path className={styles['rest']} d={`M0 ${y(rest)}H${width}`} />
        <path
          className={styles['level']}
          d={`M${x(first.at).toFixed(1)} ${y(first.weight).toFixed(1)}${steps.join('')}H${width}`}
        />
      </svg>
      <figcaption>
        {legend.now} · {legend.rest}
      </figcaption>
    </figure>
  );
}
