import type { ReactNode } from 'react';
import { Chip } from './chip.tsx';
import styles from './problem-list.module.css';

export type ProblemLine = {
  severity: 'error' | 'warning';
  sentence: string;
  place?: string | undefined;
  action?: ReactNode;
};

/** What stands in the way, each with its place; never red: an error is an inverse chip, a warning an ochre outline. */
export function ProblemList({
  problems,
  words,
  none,
}: {
  problems: ProblemLine[];
  words: { error: string; warning: string };
  /** What is said when there is none. */
  none?: string;
}) {
  if (problems.length === 0 && none !== undefined) return <p>{none}</p>;
  return (
    <ul className={styles['list']}>
      {problems.map(({ severity, sentence, place, action }, i) => (
        // Problems have no identity of their own and the list is never reordered in place.
        <li key={`${i}-${sentence}`}>
          {severity === 'error' ? (
            <Chip look="inverse" icon="octagon">
              {words.error}
            </Chip>
          ) : (
            <Chip look="ochre" icon="triangle">
              {words.warning}
            </Chip>
          )}
          <span className={styles['sentence']}>
            {place && <strong>{place}. </strong>}
            {sentence} {action}
          </span>
        </li>
      ))}
    </ul>
  );
}
