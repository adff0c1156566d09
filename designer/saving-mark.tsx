'use client';

import { Icon } from '#ui/icon.tsx';
import type { Saving } from './store/saving.ts';
import { useSaving } from './use-saving.ts';
import { useSay } from './use-say.ts';

const icons = {
  saved: 'check',
  unsaved: 'pencil',
  saving: 'refresh',
  offline: 'triangle',
  asking: 'octagon',
  refused: 'octagon',
} as const;

/** How the work stands: saved, being saved, or kept here until the network is back. Read out only when it needs somebody. */
export function SavingMark({ saving }: { saving: Saving }) {
  const say = useSay();
  const { is } = useSaving(saving);
  const calm = is === 'saved' || is === 'unsaved' || is === 'saving';
  return (
    <>
      <span aria-hidden={!calm}>
        <Icon name={icons[is]} size={16} /> {say(`saving.${is}`)}
      </span>
      <span role="status" className="visually-hidden">
        {calm ? '' : say(`saving.${is}`)}
      </span>
    </>
  );
}
