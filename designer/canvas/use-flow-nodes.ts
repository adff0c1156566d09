'use client';

import { useMemo, useRef } from 'react';
import type { Selection } from '../store/selection.ts';
import { type Flow, type FlowNode, selectedIds } from './flow.ts';
import type { Held } from './use-hand.ts';

type Showing = {
  /** Those that may be on the canvas by now (`useComing`); null: all. */
  coming: ReadonlySet<string> | null;
  selection: Selection;
  held: Held;
  /** The one that Tab reaches. */
  current: string | null;
  /** What that one says to whoever does not see it. */
  labelled: { id: string; label: string } | undefined;
};
type Kept = Map<string, { of: FlowNode; node: FlowNode }>;

/**
 * The nodes as React Flow gets them: those of the drawing, what is resized as large as the hand has it, what is selected, and the one
 * that Tab reaches. A node that is as before keeps its object, so that only changed ones render.
 */
export function useFlowNodes(flow: Flow, { coming, selection, held, current, labelled }: Showing): FlowNode[] {
  const kept = useRef<Kept>(new Map());
  return useMemo(() => {
    const selected = new Set(selectedIds(selection));
    const next: Kept = new Map();
    for (const of of flow.nodes) {
      if (coming && of.type === 'card' && !coming.has(of.id) && of.id !== current) continue;
      const size = held.sizes[of.id];
      const ariaLabel = labelled?.id === of.id ? labelled.label : of.ariaLabel;
      const node: FlowNode = {
        ...of,
        ...(size && { ...size, measured: size }),
        ...(ariaLabel !== undefined && { ariaLabel }),
        selected: selected.has(of.id),
        focusable: of.id === current,
      };
      const before = kept.current.get(of.id);
      next.set(of.id, before?.of === of && looksSame(before.node, node) ? before : { of, node });
    }
    kept.current = next;
    return [...next.values()].map(({ node }) => node);
  }, [flow, coming, selection, held.sizes, current, labelled]);
}

const looksSame = (a: FlowNode, b: FlowNode) =>
  a.selected === b.selected &&
  a.focusable === b.focusable &&
  a.ariaLabel === b.ariaLabel &&
  a.width === b.width &&
  a.height === b.height &&
  a.position.x === b.position.x &&
  a.position.y === b.position.y;
