'use client';

import { useMemo } from 'react';
import { compile } from '#engine/compile.ts';
import { type When, whenReached } from '#engine/when/when-reached.ts';
import { journeyOf } from '../store/draft.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useAfterwards } from '../use-afterwards.ts';
import { useSettled } from '../use-settled.ts';

/** When people can be at each node of the draft, once it has been left alone for a moment; texts and places change nothing. */
export function useWhen(): ReadonlyMap<string, When> {
  const store = useDraftStore();
  const nodes = useSettled(
    useDraft(({ draft }) => draft.nodes),
    300,
  );
  const edges = useSettled(
    useDraft(({ draft }) => draft.edges),
    300,
  );
  const seat = useDraft(({ draft }) => draft.seat);
  const afterwards = useAfterwards();
  return useMemo(() => {
    if (!afterwards) return unknown;
    const journey = { ...journeyOf(store.getSnapshot().draft), nodes, edges, seat, texts: {}, walks: [] };
    return whenReached(journey, compile(journey));
  }, [store, nodes, edges, seat, afterwards]);
}

const unknown: ReadonlyMap<string, When> = new Map();
