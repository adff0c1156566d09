'use client';

import { useState } from 'react';
import type { Walk } from '#engine/walk/walk-type.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { editWalks } from '../commands/edit-walks.ts';
import { useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import { type Story, savedWalkOf } from './story.ts';
import styles from './walk-panel.module.css';

/** Keeps the walk as a named test of the journey, which is walked again before each publication. */
export function KeepWalk({ story, walk }: { story: Story; walk: Walk }) {
  const say = useSay();
  const store = useDraftStore();
  const [title, setTitle] = useState('');
  return (
    <form
      className={styles['keep']}
      onSubmit={(event) => {
        event.preventDefault();
        const { walks = [] } = store.getSnapshot().draft;
        const id = freshName(title, new Set(walks.map((one) => one.id)));
        const refused = store.run(editWalks, {
          walks: [...walks, savedWalkOf(story, walk, { id, title: title.trim() })],
        });
        if (!refused) setTitle('');
      }}
    >
      <Field
        label={say('walk.keepLabel')}
        hint={say('walk.keepHint')}
        value={title}
        maxLength={160}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button type="submit" disabled={title.trim() === ''}>
        {say('walk.keep')}
      </Button>
    </form>
  );
}

/** «Pide ayuda» → `pide-ayuda`, `pide-ayuda-2`. */
export function freshName(title: string, taken: ReadonlySet<string>): string {
  const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const stem =
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 50) || 'prueba';
  if (!taken.has(stem)) return stem;
  for (let n = 2; ; n++) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
}
