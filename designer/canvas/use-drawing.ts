'use client';

import { useMemo, useRef } from 'react';
import { type Drawing, type DrawnCard, type DrawnLine, drawLines, linesOf } from '../draw.ts';
import { drawCard } from '../draw-card.ts';
import { placesFor } from '../places-for.ts';
import type { Draft } from '../store/draft.ts';
import { useDraft } from '../store/use-draft.ts';
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
  const last = useRef<Kept | null>(null);
  return useMemo(() => {
    const worded = draft.nodes.map((node) => drawCard(say, node, draft, counted));
    const lines = linesOf(draft);
    const places = placesFor(worded, lines, draft.layout);
    const cards = worded.map((card): DrawnCard => {
      const { x, y } = places.get(card.id) ?? { x: 0, y: 0 };
      const before = last.current?.cards.get(card.id);
      return before?.of === card && before.card.x === x && before.card.y === y ? before.card : { ...card, x, y };
    });
    const shape = shapeOf(cards, draft.edges);
    const ways = last.current?.shape === shape ? last.current.lines : drawLines(cards, lines);
    last.current = { cards: new Map(cards.map((card, i) => [card.id, { of: worded[i], card }])), shape, lines: ways };
    return { cards, edges: ways, width: 0, height: 0 };
  }, [say, draft, counted]);
}

type Kept = { cards: Map<string, { of: unknown; card: DrawnCard }>; shape: string; lines: DrawnLine[] };

/** All that the ways of lines depend on. */
function shapeOf(cards: readonly DrawnCard[], edges: Draft['edges']): string {
  const boxes = cards.map(
    ({ id, x, y, height, ports }) => `${id} ${x} ${y} ${height} ${ports.map((port) => `${port.id}${port.x}`).join()}`,
  );
  return `${boxes.join(';')}|${edges.map(({ from, port, to }) => `${from}.${port}>${to}`).join(';')}`;
}
