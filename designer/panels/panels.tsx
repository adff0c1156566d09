'use client';

import { useEffect, useRef } from 'react';
import { Tabs } from '#ui/tabs.tsx';
import { Waiting } from '#ui/waiting.tsx';
import { type At, type PanelName, panels } from '../address.ts';
import type { AskingToPublish } from '../asking-to-publish.ts';
import { StepPanel } from '../inspector/step-panel.tsx';
import { WordsPanel } from '../inspector/words-panel.tsx';
import { openThreads } from '../store/comment.ts';
import type { Saving } from '../store/saving.ts';
import { useDraft } from '../store/use-draft.ts';
import { WalkPanel } from '../trying/walk-panel.tsx';
import { useAfterwards } from '../use-afterwards.ts';
import { useSay } from '../use-say.ts';
import { CheckPanel } from './check-panel.tsx';
import { CommentsPanel } from './comments-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import styles from './panels.module.css';

export const panelsId = 'panels';

/** Escape leads back to what was being worked on. */
function backToWork() {
  for (const work of ['[data-row][tabindex="0"]', '.react-flow__node.selected', '.react-flow__node[tabindex="0"]']) {
    const found = document.querySelector<HTMLElement>(work);
    if (found) {
      found.focus();
      return;
    }
  }
}

/** What stands beside the drawing, one at a time: the step in hand, what is missing, a walk, the texts, comments, history. */
export function Panels({
  at,
  go,
  me,
  asking,
  saving,
}: {
  at: At;
  go: (next: Partial<At>) => void;
  me: string;
  asking: AskingToPublish;
  saving: Saving;
}) {
  const say = useSay();
  const aside = useRef<HTMLElement>(null);
  // Another panel, or another step in it, is read from its beginning.
  useEffect(() => {
    aside.current?.scrollTo({ top: 0 });
  }, [at.panel, at.node]);
  const problems = useDraft((state) => state.problems.length);
  const open = useDraft(({ draft }) => openThreads(draft.comments).length);
  const counts: Partial<Record<PanelName, number>> = { check: problems, comments: open };
  // The drawing comes first: its forms take as long as it does.
  const afterwards = useAfterwards();
  const contents = {
    step: <StepPanel />,
    check: <CheckPanel asking={asking} saving={saving} go={go} />,
    walk: <WalkPanel />,
    words: <WordsPanel wanted={at.text} />,
    comments: <CommentsPanel me={me} />,
    history: <HistoryPanel />,
  };
  return (
    <aside
      ref={aside}
      id={panelsId}
      className={styles['panels']}
      aria-label={say('designer.panels')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) backToWork();
      }}
    >
      <Tabs
        label={say('designer.panels')}
        chosen={at.panel}
        onChoose={(panel) => go({ panel: panel as PanelName })} // the keys below
        tabs={panels.map((key) => ({
          key,
          title: say(`panel.${key}`),
          ...(counts[key] ? { count: String(counts[key]) } : {}),
          content: afterwards ? contents[key] : <Waiting>{say('designer.openingPanel')}</Waiting>,
        }))}
      />
    </aside>
  );
}
