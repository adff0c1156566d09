'use client';

import { useMemo, useRef } from 'react';
import type { Place } from '../place-cards.ts';
import type { Selection } from '../store/selection.ts';
import { type Flow, type FlowNode, selectedIds } from './flow.ts';

export type Words = { ariaLabels: ReadonlyMap<string, string> };

/**
 * The nodes as React Flow gets them: those of the drawing, with what is being dragged where the hand has it, what is
 * selected, and the one that Tab reaches. A node that is as before keeps its object, so that only changed ones render.
 */
export function useFlowNodes(
  flow: Flow,
  {
    selection,
    moving,
    current,
  }: { selection: Selection; moving: Readonly<Record<string, Place>>; current: string | null },
): FlowNode[] {
  const kept = useRef(new Map<string, { of: FlowNode; node: FlowNode }>());
  return useMemo(() => {
    const selected = new Set(selectedIds(selection));
    const next = new Map<string, { of: FlowNode; node: FlowNode }>();
    const nodes = flow.nodes.map((of) => {
      const position = moving[of.id] ?? of.position;
      const [isSelected, focusable] = [selected.has(of.id), of.id === current];
      const before = kept.current.get(of.id);
      const same =
        before?.of === of &&
        before.node.selected === isSelected &&
        before.node.focusable === focusable &&
        before.node.position.x === position.x &&
        before.node.position.y === position.y;
      const node = same ? before.node : { ...of, position, selected: isSelected, focusable };
      next.set(of.id, { of, node });
      return node;
    });
    kept.current = next;
    return nodes;
  }, [flow, selection, moving, current]);
}
