import { Icon } from './icon.tsx';
import styles from './problem-list.module.css';

export type ProblemLine = { severity: 'error' | 'warning'; sentence: string; place?: string | undefined };

/** What stands in the way, each with its place; never red: an error is an inverse chip, a warning an ochre outline. */
export function ProblemList({
  problems,
  words,
}: {
  problems: ProblemLine[];
  words: { error: string; warning: string };
}) {
  return (
    <ul className={styles['list']}>
      {problems.map(({ severity, sentence, place }, i) => (
        // Problems have no identity of their own and the list is never reordered in place.
        <li key={`${i}-${sentence}`}>
          <span className={`${styles['chip']} ${styles[severity]}`}>
            <Icon name={severity === 'error' ? 'octagon' : 'triangle'} size={16} />
            {words[severity]}
          </span>
          <span>
            {place && <strong>{place}. </strong>}
            {sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}
