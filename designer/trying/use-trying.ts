'use client';

import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { compile } from '#engine/compile.ts';
import type { Walk } from '#engine/walk/walk-type.ts';
import { journeyOf } from '../store/draft.ts';
import { useDraft } from '../store/use-draft.ts';
import { useSettled } from '../use-settled.ts';
import { type Story, tellStory } from './story.ts';
import { type TryingStore, tryingStore } from './trying-store.ts';
import { type WalkedPath, walkedPath } from './walked-path.ts';

/** The store of what is being tried, shared by canvas, strip and panel. */
export const TryingContext = createContext<TryingStore>(tryingStore());
export const useTryingStore = (): TryingStore => useContext(TryingContext);

export type Tried = { story: Story; walks: Walk[]; walk: Walk; path: WalkedPath };

/** The story that is being told, on the draft as it is now; null while none is. A trigger that is gone ends it. */
export function useTried(): Tried | null {
  const store = useTryingStore();
  const { story } = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
  const draft = useSettled(
    useDraft((state) => state.draft),
    150,
  );
  const journey = useMemo(() => journeyOf(draft), [draft]);
  const compiled = useMemo(() => (story ? compile(journey) : null), [journey, story !== null]);
  return useMemo(() => {
    if (!story || !compiled || !journey.nodes.some(({ id }) => id === story.trigger)) return null;
    const walks = tellStory(journey, story, compiled);
    const walk = walks.at(-1);
    return walk ? { story, walks, walk, path: walkedPath(walk, story.trigger) } : null;
  }, [story, compiled, journey]);
}
