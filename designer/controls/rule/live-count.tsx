'use client';

import type { Rule } from '#engine/rule/rule.ts';
import { useNow } from '#ui/use-now.ts';
import type { Figure } from '../../inspector/asks.ts';
import type { InspectorContext } from '../../inspector/context.ts';
import styles from './rule.module.css';
import { useLiveCount } from './use-live-count.ts';

const kinds = ['mobile', 'landline', 'email', 'push', 'post'] as const;

/** How many people a rule finds today and what reaches them; an estimate says so, and how far it may be off. */
export function LiveCount({ rule, context: { say, asks, now: began } }: { rule: Rule; context: InspectorContext }) {
  const { counted, at, settled, failed } = useLiveCount(rule, asks);
  const now = useNow(began);
  if (failed) return <p className={styles['age']}>{say('count.unavailable')}</p>;
  if (!counted || at === null)
    return (
      <p className={styles['age']} role="status">
        {say('count.counting')}
      </p>
    );
  const { total, counts, exact } = counted;
  const age = Math.max(0, Math.round((now - at) / 1_000));
  const people = say(exact ? 'count.exact' : 'count.estimate', figures(total));
  return (
    <div className={`${styles['count']} ${settled ? '' : styles['stale']}`}>
      <p className={styles['total']}>
        <span className="visually-hidden">{people}</span>
        <strong aria-hidden>
          {exact ? say('count.n', { n: total.n }) : say('count.about', { n: rounded(total.n) })}
        </strong>
        <span aria-hidden>{say('count.people', { n: total.n })}</span>
      </p>
      <dl className={styles['bars']}>
        {kinds.map((kind) => (
          <Bar key={kind} label={say(`count.${kind}`)} figure={counts[kind]} total={total} exact={exact} say={say} />
        ))}
        <Bar
          label={say('count.unreachable')}
          figure={counts['unreachable']}
          total={total}
          exact={exact}
          say={say}
          none
        />
      </dl>
      <p className={styles['age']} role="status">
        {!settled && exact
          ? say('count.counting')
          : exact
            ? say('count.exact-age', { n: age })
            : say(settled ? 'count.estimate-only' : 'count.estimate-means', figures(total))}
      </p>
    </div>
  );
}

type BarProps = {
  label: string;
  figure: Figure | undefined;
  total: Figure;
  exact: boolean;
  say: InspectorContext['say'];
  none?: boolean;
};

function Bar({ label, figure, total, exact, say, none = false }: BarProps) {
  if (!figure) return null;
  const share = total.n === 0 ? 0 : Math.min(1, figure.n / total.n);
  return (
    <>
      <dt>{label}</dt>
      <dd className={`${styles['scale']} ${none ? styles['none'] : ''}`} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </dd>
      <dd>{exact ? say('count.n', { n: figure.n }) : say('count.about', { n: rounded(figure.n) })}</dd>
    </>
  );
}

const figures = ({ n, least, most }: Figure) => ({ n: rounded(n), least: rounded(least), most: rounded(most) });

/** Two figures that mean something; more would pretend to know. */
function rounded(n: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, n))) - 1);
  return Math.round(n / step) * step;
}
