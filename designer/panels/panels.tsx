'use client';

import type { Context } from '#engine/check/subject.ts';
import { Tabs } from '#ui/tabs.tsx';
import { type At, type PanelName, panels } from '../address.ts';
import { openThreads } from '../store/comment.ts';
import { useDraft } from '../store/use-draft.ts';
import { WalkPanel } from '../trying/walk-panel.tsx';
import { useSay } from '../use-say.ts';
import { CheckPanel } from './check-panel.tsx';
import { CommentsPanel } from './comments-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import styles from './panels.module.css';
import { StepSlot } from './step-slot.tsx';
import { WordsSlot } from './words-slot.tsx';

/** What stands beside the drawing, one at a time: the step in hand, what is missing, a walk, the texts, comments, history. */
export function Panels({
  at,
  go,
  context,
  me,
}: {
  at: At;
  go: (next: Partial<At>) => void;
  context: Context;
  me: string;
}) {
  const say = useSay();
  const problems = useDraft((state) => state.problems.length);
  const open = useDraft(({ draft }) => openThreads(draft.comments).length);
  const counts: Partial<Record<PanelName, number>> = { check: problems, comments: open };
  const contents = {
    step: <StepSlot context={context} />,
    check: <CheckPanel />,
    walk: <WalkPanel />,
    words: <WordsSlot context={context} />,
    comments: <CommentsPanel me={me} />,
    history: <HistoryPanel />,
  };
  return (
    <aside className={styles['panels']} aria-label={say('designer.panels')}>
      <Tabs
        label={say('designer.panels')}
        chosen={at.panel}
        onChoose={(panel) => go({ panel: panel as PanelName })} // the keys below
        tabs={panels.map((key) => ({
          key,
          title: say(`panel.${key}`),
          ...(counts[key] ? { count: String(counts[key]) } : {}),
          content: contents[key],
        }))}
      />
    </aside>
  );
}
