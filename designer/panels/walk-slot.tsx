'use client';

import { EmptyState } from '#ui/empty-state.tsx';
import { useSay } from '../use-say.ts';

/** Where the panel «walk» will stand. */
export function WalkSlot() {
  return <EmptyState>{useSay()('designer.soon')}</EmptyState>;
}
