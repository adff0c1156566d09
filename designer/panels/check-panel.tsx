'use client';

import { sayProblem } from '#locales/say-problem.ts';
import { Button } from '#ui/button.tsx';
import { ProblemList } from '#ui/problem-list.tsx';
import { titleOf } from '../desk/options.ts';
import { selectNodes } from '../store/selection.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import styles from './check-panel.module.css';

/** Everything that stands in the way of publishing, and what is good to know, each with a way to its place. */
export function CheckPanel() {
  const say = useSay();
  const store = useDraftStore();
  const problems = useDraft((state) => state.problems);
  const nodes = useDraft(({ draft }) => draft.nodes);
  const fresh = useDraft(({ draft, checked }) => draft === checked);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const sorted = problems.toSorted((a, b) => a.severity.localeCompare(b.severity));
  return (
    <div className={styles['check']}>
      <p role="status" className={styles['sum']}>
        {say(fresh ? 'check.sum' : 'check.checking', { n: errors, warnings: problems.length - errors })}
      </p>
      <ProblemList
        words={{ error: say('problem.error'), warning: say('problem.warning') }}
        problems={sorted.slice(0, 200).map((problem) => {
          const node = nodes.find(({ id }) => id === problem.node);
          return {
            severity: problem.severity,
            sentence: sayProblem(say, problem),
            place: node && titleOf(say, node),
            action: node && (
              <Button look="quiet" onClick={() => store.select(selectNodes(node.id))}>
                {say('check.go')}
              </Button>
            ),
          };
        })}
      />
    </div>
  );
}
