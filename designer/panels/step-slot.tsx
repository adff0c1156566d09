'use client';

import { EmptyState } from '#ui/empty-state.tsx';
import { useSay } from '../use-say.ts';

/** Where the panel «step» will stand. */
export function StepSlot() {
  return <EmptyState>{useSay()('designer.soon')}</EmptyState>;
}
