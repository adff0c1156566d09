'use client';

import { useState } from 'react';
import { sayProblem } from '#locales/say-problem.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { ProblemList } from '#ui/problem-list.tsx';
import { useSurroundings } from '../inspector/house-context.ts';
import { sayItem, sayValue } from '../say-item.ts';
import { conflictKey } from '../store/merge.ts';
import type { Saving } from '../store/saving.ts';
import { useDraft } from '../store/use-draft.ts';
import { useSaving } from '../use-saving.ts';
import { useSay } from '../use-say.ts';
import styles from './asking.module.css';

const sides = { mine: 'asking.mine', theirs: 'asking.theirs' };
/** Of one official with two windows. */
const ownSides = { mine: 'asking.ownMine', theirs: 'asking.ownTheirs' };

/**
 * What has to be said before the work can be saved: things that somebody else, or another window, changed differently, both versions side by
 * side, and problems that putting both together would bring. Work goes on meanwhile.
 */
export function Asking({ saving }: { saving: Saving }) {
  const say = useSay();
  const state = useSaving(saving);
  const draft = useDraft((all) => all.draft);
  const { reviewer } = useSurroundings();
  const [choices, setChoices] = useState<Record<string, 'mine' | 'theirs'>>({});
  if (state.is === 'refused')
    return (
      <Notice look="ink" live>
        {say('saving.refusedWhy')} {state.problems.map((problem) => sayProblem(say, problem)).join(' ')}
      </Notice>
    );
  if (state.is === 'offline')
    return (
      <div data-tells-offline>
        <Notice look="ochre" live>
          {say('saving.offlineMeans')}
        </Notice>
      </div>
    );
  if (state.is !== 'asking') return null;
  // Of who saved a draft, it keeps the name.
  const own = state.by === reviewer;
  const open = state.conflicts.filter(({ path }) => !choices[conflictKey(path)]).length;
  return (
    <section className={styles['asking']} aria-labelledby="asking">
      <div role="status">
        <h2 id="asking">
          {say(own ? 'asking.ownTitle' : 'asking.title', { by: state.by, n: state.conflicts.length })}
        </h2>
      </div>
      {state.conflicts.map((conflict) => {
        const key = conflictKey(conflict.path);
        return (
          <fieldset key={key} className={styles['item']}>
            <legend>{sayItem(say, draft, conflict.path)}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side} className={styles['side']}>
                <input
                  type="radio"
                  name={key}
                  checked={choices[key] === side}
                  onChange={() => setChoices((before) => ({ ...before, [key]: side }))}
                />
                <strong>{say(own ? ownSides[side] : sides[side], { by: state.by })}</strong>
                <span className={styles['value']}>{sayValue(say, conflict.path, conflict[side])}</span>
              </label>
            ))}
          </fieldset>
        );
      })}
      {state.problems.length > 0 && (
        <>
          <p>{say('asking.problems')}</p>
          <ProblemList
            words={{ error: say('problem.error'), warning: say('problem.warning') }}
            problems={state.problems.map((problem) => ({
              severity: problem.severity,
              sentence: sayProblem(say, problem),
            }))}
          />
        </>
      )}
      <Button look="primary" disabled={open > 0} onClick={() => void saving.answer(choices).then(() => setChoices({}))}>
        {open > 0 ? say('asking.left', { n: open }) : say('asking.save')}
      </Button>
    </section>
  );
}
