'use client';

import { useMemo, useRef } from 'react';
import type { Selection } from '../store/selection.ts';
import { type Flow, type FlowNode, selectedIds } from './flow.ts';
import type { Held } from './use-hand.ts';

type Showing = {
  /** How many of them may be there by now (`useHowMany`). */
  most: number;
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
export function useFlowNodes(flow: Flow, { most, selection, held, current, labelled }: Showing): FlowNode[] {
  const kept = useRef<Kept>(new Map());
  return useMemo(() => {
    const selected = new Set(selectedIds(selection));
    const next: Kept = new Map();
    for (const of of most < flow.nodes.length ? first(flow.nodes, most, current) : flow.nodes) {
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
  }, [flow, most, selection, held.sizes, current, labelled]);
}

/** Those that are seen first, from the top (`firstView`), and the one that Tab reaches; in their order. */
function first(nodes: readonly FlowNode[], most: number, current: string | null): FlowNode[] {
  const chosen = new Set(nodes.toSorted((a, b) => a.position.y - b.position.y).slice(0, most));
  return nodes.filter((node) => chosen.has(node) || node.id === current);
}

const looksSame = (a: FlowNode, b: FlowNode) =>
  a.selected === b.selected &&
  a.focusable === b.focusable &&
  a.ariaLabel === b.ariaLabel &&
  a.width === b.width &&
  a.height === b.height &&
  a.position.x === b.position.x &&
  a.position.y === b.position.y;
