'use client';

import { useMemo } from 'react';
import { type Drawing, type DrawnCard, type DrawnLine, drawLines, linesOf } from '../draw.ts';
import { drawCard } from '../draw-card.ts';
import { placesFor } from '../places-for.ts';
import type { Say } from '../say.ts';
import type { Draft } from '../store/draft.ts';
import type { DraftStore } from '../store/draft-store.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import { useMarks } from './marks.ts';

/**
 * The draft as a drawing, in step with it. Almost everything stays the same while somebody works: cards that say the same
 * keep their object, and lines find their way anew only when a card moved, grew or was led elsewhere.
 */
export function useDrawing(): Drawing {
  const say = useSay();
  const draft = useDraft((state) => state.draft);
  const counted = useMarks().people !== null;
  const store = useDraftStore();
  return useMemo(() => {
    const last = drawn.get(store);
    if (last?.say === say && last.draft === draft && last.counted === counted) return last.drawing;
    const worded = draft.nodes.map((node) => drawCard(say, node, draft, counted));
    const lines = linesOf(draft);
    const places = placesFor(worded, lines, draft.layout);
    const cards = worded.map((card): DrawnCard => {
      const { x, y } = places.get(card.id) ?? { x: 0, y: 0 };
      const before = last?.cards.get(card.id);
      return before?.of === card && before.card.x === x && before.card.y === y ? before.card : { ...card, x, y };
    });
    const shape = shapeOf(cards, draft.edges);
    const ways = last?.shape === shape ? last.lines : drawLines(cards, lines);
    const drawing = { cards, edges: ways, width: 0, height: 0 };
    const kept = new Map(cards.map((card, i) => [card.id, { of: worded[i], card }]));
    drawn.set(store, { say, draft, counted, drawing, cards: kept, shape, lines: ways });
    return drawing;
  }, [store, say, draft, counted]);
}

type Kept = {
  say: Say;
  draft: Draft;
  counted: boolean;
  drawing: Drawing;
  cards: Map<string, { of: unknown; card: DrawnCard }>;
  shape: string;
  lines: DrawnLine[];
};

/** By the draft's store and not by the component: React renders the canvas twice as it opens, and keeps nothing of the first. */
const drawn = new WeakMap<DraftStore, Kept>();

/** All that the ways of lines depend on. */
function shapeOf(cards: readonly DrawnCard[], edges: Draft['edges']): string {
  const boxes = cards.map(
    ({ id, x, y, height, ports }) => `${id} ${x} ${y} ${height} ${ports.map((port) => `${port.id}${port.x}`).join()}`,
  );
  return `${boxes.join(';')}|${edges.map(({ from, port, to }) => `${from}.${port}>${to}`).join(';')}`;
}
