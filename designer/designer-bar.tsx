'use client';

import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import type { At } from './address.ts';
import styles from './designer-bar.module.css';
import { sayKey } from './desk/say-key.ts';
import { PresentOfficials } from './present-officials.tsx';
import { SavingMark } from './saving-mark.tsx';
import type { Saving } from './store/saving.ts';
import { useDraft, useDraftStore } from './store/use-draft.ts';
import type { Present } from './use-news.ts';
import { useSay } from './use-say.ts';

type Bar = {
  at: At;
  go: (next: Partial<At>) => void;
  present: Present[];
  saving: Saving;
  cover: string;
  /** The outline is the editor then, and there is nothing to choose. */
  narrow: boolean;
  /** Approval has been asked for and nobody has answered yet. */
  waits: boolean;
};

/** What is always at hand: how the work stands, who else is here, back and forward, canvas or outline, check, ask to publish. */
export function DesignerBar({ at, go, present, saving, cover, narrow, waits }: Bar) {
  const say = useSay();
  const store = useDraftStore();
  const title = useDraft(({ draft }) => draft.title);
  const steps = useDraft(({ history }) => `${history.past.length > 0}/${history.future.length > 0}`);
  const errors = useDraft(({ problems }) => problems.filter(({ severity }) => severity === 'error').length);
  const checked = useDraft(({ draft, checked: last }) => draft === last);
  const [back, forward] = steps.split('/');
  return (
    <header className={styles['bar']}>
      <div className={styles['name']}>
        <h1>{title}</h1>
        <p className={styles['state']}>
          <a href={cover}>{say('designer.toCover')}</a>
          <SavingMark saving={saving} />
          <PresentOfficials present={present} />
        </p>
      </div>
      <div className={styles['acts']}>
        <IconButton
          icon="undo"
          label={say('designer.undo')}
          keys={sayKey(say, 'Mod+z')}
          disabled={back !== 'true'}
          onAct={store.undo}
        />
        <IconButton
          icon="redo"
          label={say('designer.redo')}
          keys={sayKey(say, 'Mod+Shift+z')}
          disabled={forward !== 'true'}
          onAct={store.redo}
        />
        {!narrow && (
          <div className={styles['views']} role="group" aria-label={say('designer.view')}>
            {(['canvas', 'outline'] as const).map((view) => (
              <button key={view} type="button" aria-pressed={at.view === view} onClick={() => go({ view })}>
                {say(`designer.${view}`)}
              </button>
            ))}
          </div>
        )}
        <Button icon={errors > 0 ? 'octagon' : checked ? 'check' : 'clock'} onClick={() => go({ panel: 'check' })}>
          {say(errors === 0 && !checked ? 'designer.checking' : 'designer.check', { n: errors })}
        </Button>
        {waits ? (
          <Button icon="sign" onClick={() => go({ panel: 'check' })}>
            {say('designer.asked')}
          </Button>
        ) : (
          <Button look="primary" onClick={() => go({ panel: 'check' })}>
            {say('designer.ask')}
          </Button>
        )}
      </div>
    </header>
  );
}
