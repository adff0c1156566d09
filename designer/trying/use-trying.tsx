'use client';

import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import { compile } from '#engine/compile.ts';
import type { Walk } from '#engine/walk/walk-type.ts';
import { journeyOf } from '../store/draft.ts';
import { useDraft } from '../store/use-draft.ts';
import { useSettled } from '../use-settled.ts';
import { type Story, tellStory } from './story.ts';
import { type TryingStore, tryingStore } from './trying-store.ts';
import { type WalkedPath, walkedPath } from './walked-path.ts';

export type Tried = { story: Story; walks: Walk[]; walk: Walk; path: WalkedPath };
type Trying = { store: TryingStore; tried: Tried | null };

const TryingContext = createContext<Trying | null>(null);

/** Gives canvas, strip and panel under it the one story that is being told, always on the draft as it is now. */
export function TryingProvider({ children }: { children: ReactNode }) {
  const [store] = useState(tryingStore);
  const { story } = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
  const draft = useSettled(
    useDraft((state) => state.draft),
    150,
  );
  const walking = story !== null;
  const journey = useMemo(() => (walking ? journeyOf(draft) : null), [draft, walking]);
  const compiled = useMemo(() => journey && compile(journey), [journey]);
  const tried = useMemo(() => {
    // A door that is gone ends the story.
    if (!story || !journey || !compiled || !journey.nodes.some(({ id }) => id === story.trigger)) return null;
    const walks = tellStory(journey, story, compiled);
    const walk = walks.at(-1);
    return walk ? { story, walks, walk, path: walkedPath(walk, story.trigger) } : null;
  }, [story, compiled, journey]);
  const trying = useMemo(() => ({ store, tried }), [store, tried]);
  return <TryingContext value={trying}>{children}</TryingContext>;
}

function useTrying(): Trying {
  const trying = useContext(TryingContext);
  if (!trying) throw new Error('Nothing is tried here: the component stands outside TryingProvider');
  return trying;
}

export const useTryingStore = (): TryingStore => useTrying().store;
/** The story that is being told; null while none is. */
export const useTried = (): Tried | null => useTrying().tried;
