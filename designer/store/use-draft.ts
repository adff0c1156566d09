import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { DraftState, DraftStore } from './draft-store.ts';

/** The store of the draft on screen. */
export const DraftContext = createContext<DraftStore | null>(null);

export function useDraftStore(): DraftStore {
  const store = useContext(DraftContext);
  if (!store) throw new Error('No draft: the component stands outside DraftContext');
  return store;
}

/** A part of the draft's state; renders again only when that part is another (compared by identity, or by `same`). */
export function useDraft<T>(pick: (state: DraftState) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const store = useDraftStore();
  const last = useRef<{ of: T } | null>(null);
  const read = () => {
    const part = pick(store.getSnapshot());
    if (!last.current || !same(last.current.of, part)) last.current = { of: part };
    return last.current.of;
  };
  return useSyncExternalStore(store.subscribe, read, read);
}
