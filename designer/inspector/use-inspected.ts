'use client';

import { useMemo } from 'react';
import type { Problem } from '#engine/problem.ts';
import { journeyOf } from '../store/draft.ts';
import { fillThrough } from '../store/gesture.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import type { InspectorContext } from './context.ts';
import { withNames } from './field-problems.ts';
import { inspectorGestures } from './gestures.ts';
import { useSurroundings } from './house-context.ts';

/** What the panels look at: the one step in hand (none: the journey), what is wrong with it, and the way to change it. */
export function useInspected(): {
  context: InspectorContext;
  problems: readonly Problem[];
  act: ReturnType<typeof fillThrough<typeof inspectorGestures>>;
  /** How many steps are selected. */
  selected: number;
} {
  const say = useSay();
  const store = useDraftStore();
  const { house, asks, now } = useSurroundings();
  const act = useMemo(() => fillThrough(inspectorGestures, store), [store]);
  const draft = useDraft((state) => state.draft);
  const problems = useDraft((state) => state.problems);
  const nodes = useDraft(({ selection }) => selection.nodes);
  const journey = useMemo(() => journeyOf(draft), [draft]);
  const node = nodes.length === 1 ? (journey.nodes.find(({ id }) => id === nodes[0]) ?? null) : null;
  const context = useMemo(() => ({ say, journey, node, house, asks, now }), [say, journey, node, house, asks, now]);
  const named = useMemo(() => problems.map((problem) => withNames(problem, context)), [problems, context]);
  return { context, problems: named, act, selected: nodes.length };
}
