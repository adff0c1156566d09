'use client';

import { useMemo } from 'react';
import { checkPublication } from '#engine/office/check-publication.ts';
import type { Problem } from '#engine/problem.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { Button } from '#ui/button.tsx';
import { ProblemList } from '#ui/problem-list.tsx';
import type { At } from '../address.ts';
import type { AskingToPublish } from '../asking-to-publish.ts';
import { titleOf } from '../desk/options.ts';
import { withNames } from '../inspector/field-problems.ts';
import { useSurroundings } from '../inspector/house-context.ts';
import { openThreads } from '../store/comment.ts';
import { type Draft, journeyOf } from '../store/draft.ts';
import type { Saving } from '../store/saving.ts';
import { nothing, selectNodes } from '../store/selection.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import { AskForm } from './ask-form.tsx';
import styles from './check-panel.module.css';

/** Everything that stands in the way of publishing, and what is good to know, each with a way to its place. */
export function CheckPanel({
  asking,
  saving,
  go,
}: {
  asking: AskingToPublish;
  saving: Saving;
  go: (next: Partial<At>) => void;
}) {
  const say = useSay();
  const store = useDraftStore();
  const found = useDraft((state) => state.problems);
  const draft = useDraft((state) => state.draft);
  const { house } = useSurroundings();
  const problems = useMemo(() => {
    const context = { say, house, journey: journeyOf(draft) };
    return [...found, ...officeProblems(draft)].map((problem) => withNames(problem, context));
  }, [found, draft, say, house]);
  const { nodes } = draft;
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
            action: (
              <Button
                look="quiet"
                onClick={() => {
                  store.select(node ? selectNodes(node.id) : nothing);
                  go(isOfText(problem) && node ? { panel: 'words', text: textOf(problem) } : { panel: 'step' });
                  if (!node) leadTo(`setting-${problem.path?.[0]}`);
                }}
              >
                {say(!node ? 'check.goJourney' : isOfText(problem) ? 'check.goText' : 'check.go')}
              </Button>
            ),
          };
        })}
      />
      <AskForm
        asking={asking}
        saving={saving}
        blocked={errors > 0}
        checked={fresh}
        listed={new Set(problems.map(({ code }) => code))}
      />
    </div>
  );
}

/** Brings the focus to a field of the journey once its panel is there. */
function leadTo(id: string) {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const field = document.getElementById(id);
      field?.focus();
      field?.scrollIntoView({ block: 'center' });
    }),
  );
}

const isOfText = ({ path }: Problem) => path?.[0] === 'texts';

/** Its language and channel: a problem of a text lies at texts, language, step, channel. */
const textOf = ({ path }: Problem) => `${path?.[1]}.${path?.[3]}`;

const officeProblems = (draft: Draft) =>
  checkPublication(journeyOf(draft), { openComments: openThreads(draft.comments).length });
