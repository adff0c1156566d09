'use client';

import { EmptyState } from '#ui/empty-state.tsx';
import { useSay } from '../use-say.ts';

/** Where the panel «words» will stand. */
export function WordsSlot() {
  return <EmptyState>{useSay()('designer.soon')}</EmptyState>;
}
