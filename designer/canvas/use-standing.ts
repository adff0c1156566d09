'use client';

import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { kindOf } from '#engine/nodes/index.ts';
import { cardWidth } from '../card-geometry.ts';
import type { Drawing } from '../draw.ts';
import { inFlowOrder } from '../flow-order.ts';
import { focusSoon } from '../focus-soon.ts';
import type { Place } from '../place-cards.ts';
import { selectNodes } from '../store/selection.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { calmly } from './calmly.ts';
import { freeLeft } from './free-left.ts';
import { type Direction, type Standing, walkGraph } from './walk-graph.ts';

/**
 * Where one stands on the canvas: the card that Tab reaches and arrows leave from. It follows what is selected, takes the
 * focus along if the canvas had it, and is never out of sight.
 */
export function useStanding(frame: RefObject<HTMLElement | null>, drawing: Drawing) {
  const store = useDraftStore();
  const draft = useDraft((state) => state.draft);
  const only = useDraft(({ selection: { nodes } }) => (nodes.length === 1 ? nodes[0] : undefined));
  const view = useReactFlow();
  const [standing, setStanding] = useState<Standing | null>(null);
  const order = useMemo(() => inFlowOrder(draft).map(({ id }) => id), [draft]);
  const first = useMemo(
    () => draft.nodes.find(({ kind }) => kindOf(kind)?.entry)?.id ?? order[0] ?? null,
    [draft, order],
  );
  const at = only ?? (standing && draft.nodes.some(({ id }) => id === standing.at) ? standing.at : first);
  const places = useMemo(
    () => new Map(drawing.cards.map(({ id, x, y }): [string, Place] => [id, { x, y }])),
    [drawing],
  );

  const go = (next: Standing) => {
    setStanding(next);
    store.select(selectNodes(next.at));
  };
  const had = useRef(false);
  useEffect(() => {
    const element = frame.current;
    if (!element || only === undefined) return;
    const card = drawing.cards.find(({ id }) => id === only);
    if (card) bringIntoSight(view, element, { ...card, width: cardWidth });
    if (!element.contains(document.activeElement) && !had.current) return;
    // Whoever looks for a step goes on typing, and from one that was found to the next.
    if (document.activeElement?.closest('search')) return;
    return focusSoon(element, `[data-id="${CSS.escape(only)}"]`);
    // What a hand drags comes into sight by itself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [only]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const follow = () => {
      // A question asked from the canvas is still the canvas's.
      if (document.activeElement?.closest('dialog, [role="dialog"]')) return;
      had.current = element.contains(document.activeElement) || document.activeElement === document.body;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [frame]);

  return {
    at,
    walk: (direction: Direction): boolean => {
      if (at === null) return false;
      if (only === undefined) {
        go({ at, from: standing?.at === at ? standing.from : null });
        return true;
      }
      const here = standing?.at === at ? standing : { at, from: null };
      const next = walkGraph(draft, places, here, direction);
      if (next) go(next);
      return next !== undefined;
    },
    walkToEnd: (end: 'first' | 'last') => {
      const id = end === 'first' ? order[0] : order.at(-1);
      if (id !== undefined) go({ at: id, from: null });
    },
  };
}

type View = Pick<ReturnType<typeof useReactFlow>, 'getViewport' | 'setViewport' | 'setCenter'>;

/** Moves the view so that a card is wholly seen, if it is not; never closer than it was, but near enough to be read. */
export function bringIntoSight(
  view: View,
  frame: HTMLElement,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  const { x: left, y: top, zoom } = view.getViewport();
  const box = {
    left: x * zoom + left,
    top: y * zoom + top,
    right: (x + width) * zoom + left,
    foot: (y + height) * zoom + top,
  };
  const inside =
    box.left >= freeLeft(frame) + 8 &&
    box.top >= 8 &&
    box.right <= frame.clientWidth - 8 &&
    box.foot <= frame.clientHeight - 8;
  if (inside) return;
  const covered = freeLeft(frame) / 2 / zoom;
  void view.setCenter(x + width / 2 - covered, y + height / 2, { zoom, duration: calmly(200) });
}
