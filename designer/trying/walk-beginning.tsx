'use client';

import { useMemo, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { journeyOf } from '../store/draft.ts';
import { useDraft } from '../store/use-draft.ts';
import { peopleOf } from '../strip/people.ts';
import { useSay } from '../use-say.ts';
import { thisMorning } from './this-morning.ts';
import { useTryingStore } from './use-trying.tsx';
import styles from './walk-panel.module.css';

/** Chooses whom to walk, and through which door they come in. */
export function WalkBeginning() {
  const say = useSay();
  const trying = useTryingStore();
  const draft = useDraft((state) => state.draft);
  const [now] = useState(thisMorning);
  const people = useMemo(() => peopleOf(journeyOf(draft), now).filter(({ door }) => door !== null), [draft, now]);
  return (
    <section className={styles['part']}>
      <h2>{say('walk.title')}</h2>
      <p>{say('walk.means')}</p>
      {people.length === 0 && <p className={styles['quiet']}>{say('strip.noDoor')}</p>}
      {people.map(({ key, name, door, story }) => (
        <Button key={key} look="primary" icon="person" onClick={() => trying.begin(story)}>
          {people.length === 1 ? say('walk.begin', { name }) : say('walk.beginAt', { name, door: door ?? '' })}
        </Button>
      ))}
    </section>
  );
}
