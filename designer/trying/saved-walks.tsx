'use client';

import { sayProblem } from '#locales/say-problem.ts';
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { editWalks } from '../commands/edit-walks.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import { storyOf } from './story.ts';
import { useTryingStore } from './use-trying.tsx';
import styles from './walk-panel.module.css';

/** The journey's tests, each with how it stands now. */
export function SavedWalks() {
  const say = useSay();
  const store = useDraftStore();
  const trying = useTryingStore();
  const walks = useDraft(({ draft }) => draft.walks);
  const problems = useDraft((state) => state.problems);
  if (!walks || walks.length === 0) return null;
  return (
    <section className={styles['part']}>
      <h3>{say('walk.tests', { n: walks.length })}</h3>
      <ul className={styles['tests']}>
        {walks.map((saved, i) => {
          const fails = problems.find(({ path }) => path?.[0] === 'walks' && path[1] === i);
          return (
            <li key={saved.id}>
              <Icon
                name={fails ? 'octagon' : 'check'}
                size={16}
                label={say(fails ? 'walk.fails-test' : 'walk.passes-test')}
              />
              <button type="button" onClick={() => trying.begin(storyOf(saved))}>
                {saved.title}
              </button>
              <IconButton
                icon="close"
                label={say('walk.drop', { title: saved.title })}
                onAct={() => store.run(editWalks, { walks: walks.filter((one) => one !== saved) })}
              />
              {fails && <p>{sayProblem(say, fails)}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
