'use client';

import { dateFormat } from '#locales/dates-and-lists.ts';
import { Button } from '#ui/button.tsx';
import { saySaid } from '../say-said.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import styles from './history-panel.module.css';
import { timeZone } from './time-zone.ts';

/** What was done here, newest first; each step can be gone back to, and what was undone can be done again. */
export function HistoryPanel() {
  const say = useSay();
  const store = useDraftStore();
  const { past, future } = useDraft((state) => state.history);
  const time = dateFormat(say.locale, { timeStyle: 'short', timeZone });
  const times = (n: number, act: () => void) => {
    for (let i = 0; i < n; i++) act();
  };
  if (past.length + future.length === 0) return <p>{say('history.none')}</p>;
  return (
    <ol className={styles['history']}>
      {future.map((step, i) => (
        <li key={`redo ${step.id}`} className={styles['undone']}>
          <span>{saySaid(say, step.said)}</span>
          <Button look="quiet" onClick={() => times(future.length - i, store.redo)}>
            {say('history.forward')}
          </Button>
        </li>
      ))}
      {past.toReversed().map((step, i) => (
        <li key={step.id} aria-current={i === 0 ? 'step' : undefined}>
          <time dateTime={new Date(step.at).toISOString()}>{time.format(step.at)}</time>
          <span>{saySaid(say, step.said)}</span>
          {i > 0 && (
            <Button look="quiet" onClick={() => times(i, store.undo)}>
              {say('history.backHere')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
