'use client';

import type { EdgeChange, NodeChange, ReactFlowProps } from '@xyflow/react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { wayOut } from '../desk/in-hand.ts';
import type { Drawing } from '../draw.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import type { Acts } from './acts.ts';
import { lineAt, pointOf } from './at-pointer.ts';
import { type Flow, type FlowNode, selectedIds, selectionOf } from './flow.ts';
import type { LineEdge } from './flow-line.tsx';
import { useHand } from './use-hand.ts';

type Handled = Pick<
  ReactFlowProps<FlowNode, LineEdge>,
  | 'onNodesChange'
  | 'onEdgesChange'
  | 'onNodeDragStart'
  | 'onNodeDrag'
  | 'onNodeDragStop'
  | 'onSelectionDragStart'
  | 'onSelectionDragStop'
  | 'onMoveStart'
  | 'onMoveEnd'
>;

/** How long (ms) a card must be held over a line before letting go puts it there: nobody moves a step by accident. */
const dwell = 350;
/** How often (ms) the page is asked which line is under the pointer: among five hundred cards the answer takes a frame. */
const askEvery = 100;

/** Choosing and dragging: what is selected goes to the store at once, where things are dragged only when the hand lets go. */
export function useHandling({
  flow,
  drawing,
  act,
  frame,
}: {
  flow: Flow;
  drawing: Drawing;
  act: Acts['act'];
  frame: RefObject<HTMLElement | null>;
}) {
  const store = useDraftStore();
  const draft = useDraft((state) => state.draft);
  const { held, shifts, take, change, letGo } = useHand(flow, draft);
  const [over, setOver] = useState<string | null>(null);
  const hovered = useRef<{ line: string; since: number } | null>(null);
  const asked = useRef(0);
  const latest = useRef({ drawing, take, change });
  const letGoNow = useRef(letGo);
  useEffect(() => {
    latest.current = { drawing, take, change };
    letGoNow.current = letGo;
  });
  const props = useMemo((): Handled => {
    const busy = (what: 'moving' | 'dragging', on: boolean) => {
      if (on) frame.current?.setAttribute(`data-${what}`, '');
      else frame.current?.removeAttribute(`data-${what}`);
    };
    const begin = (dragged: FlowNode[]) => {
      busy('dragging', true);
      latest.current.take(dragged);
    };
    const end = () => {
      busy('dragging', false);
      const moved = letGoNow.current();
      if (!moved) return;
      const stay = Object.fromEntries(latest.current.drawing.cards.map(({ id, x, y }) => [id, { x, y }]));
      act('drag-card', { stay, ...moved });
    };
    return {
      onNodesChange: (changes: NodeChange<FlowNode>[]) => {
        latest.current.change(changes);
        const toggled = changes.filter((change) => change.type === 'select');
        if (toggled.length === 0) return;
        const { selection } = store.getSnapshot();
        store.select(selectionOf([...after(selectedIds(selection), toggled)], selection.edges));
      },
      onEdgesChange: (changes: EdgeChange<LineEdge>[]) => {
        const toggled = changes.filter((change) => change.type === 'select');
        if (toggled.length === 0) return;
        const { selection } = store.getSnapshot();
        store.select({ ...selection, edges: [...after(selection.edges, toggled)] });
      },
      onNodeDragStart: (_, __, dragged) => begin(dragged),
      onSelectionDragStart: (_, dragged) => begin(dragged),
      onNodeDrag: (event, node, dragged) => {
        if (performance.now() - asked.current < askEvery) return;
        asked.current = performance.now();
        const { x, y } = pointOf(event);
        const line = dragged.length === 1 && node.type === 'card' ? foreignLine(lineAt(x, y), node.id) : undefined;
        if (line !== hovered.current?.line)
          hovered.current = line === undefined ? null : { line, since: performance.now() };
        const ready = hovered.current !== null && performance.now() - hovered.current.since > dwell;
        setOver(ready ? (hovered.current?.line ?? null) : null);
      },
      onNodeDragStop: (_, node) => {
        const held = hovered.current;
        hovered.current = null;
        setOver(null);
        end();
        if (!held || performance.now() - held.since < dwell) return;
        const { from, port } = wayOut(store.getSnapshot().draft, held.line);
        act('drop-card-on-edge', { node: node.id, from, port });
      },
      onSelectionDragStop: end,
      onMoveStart: (event) => busy('moving', event !== null),
      onMoveEnd: () => busy('moving', false),
    };
    /** A line that is not the card's own. */
    function foreignLine(line: string | undefined, node: string): string | undefined {
      if (line === undefined) return undefined;
      const { from, to } = wayOut(store.getSnapshot().draft, line);
      return from === node || to === node ? undefined : line;
    }
  }, [store, act, frame]);
  return { held, shifts, over, props, letGo: letGoNow };
}

function after(before: readonly string[], changes: { id: string; selected: boolean }[]): Set<string> {
  const ids = new Set(before);
  for (const { id, selected } of changes)
    if (selected) ids.add(id);
    else ids.delete(id);
  return ids;
}
