import { useSyncExternalStore } from 'react';
import type { Saving, SavingState } from './store/saving.ts';

export function useSaving(saving: Saving): SavingState {
  return useSyncExternalStore(saving.subscribe, saving.getSnapshot, saving.getSnapshot);
}
