'use client';

import type { NodeChange } from '@xyflow/react';
import { useMemo, useRef, useState } from 'react';
import type { Place } from '../place-cards.ts';
import type { Draft } from '../store/draft.ts';
import { carriedBy } from './carried-by.ts';
import type { Flow, FlowNode } from './flow.ts';
import { makeShifts } from './shifts.ts';

type Places = Record<string, Place>;
export type Sizes = Record<string, { width: number; height: number }>;
/** What the hand holds, and how large it has what it resizes; how far it has things is said by `shifts`. */
export type Held = { ids: ReadonlySet<string>; sizes: Sizes };
export type Moved = { nodes: Places; notes: Places; frames: Places };

const nothing: Held = { ids: new Set(), sizes: {} };

/**
 * What the hand is dragging or resizing: how it has things now, those that a frame or a group takes along included, and
 * what that comes to when it lets go. The draft hears of it only then.
 */
export function useHand(flow: Flow, draft: Draft) {
  const [held, setHeld] = useState<Held>(nothing);
  const [shifts] = useState(makeShifts);
  const hand = useRef<{ places: Places; sizes: Sizes }>({ places: {}, sizes: nothing.sizes });
  const taken = useRef<Map<string, { id: string; from: Place }[]>>(new Map());
  const starts = useRef<Map<string, Place>>(new Map());
  const rest = useMemo(() => new Map(flow.nodes.map(({ id, position }) => [id, position])), [flow]);
  const hold = (places: Places, sizes: Sizes) => {
    const sameSizes = sizes === hand.current.sizes;
    hand.current = { places, sizes };
    const moved = Object.entries(places).map(([id, { x, y }]) => {
      const from = rest.get(id) ?? { x, y };
      return [id, { x: x - from.x, y: y - from.y }] as const;
    });
    shifts.set(Object.fromEntries(moved));
    setHeld((was) => {
      const ids =
        moved.length === was.ids.size && moved.every(([id]) => was.ids.has(id))
          ? was.ids
          : new Set(Object.keys(places));
      return ids === was.ids && sameSizes ? was : { ids, sizes };
    });
  };
  const take = (dragged: readonly FlowNode[]) => {
    starts.current = rest;
    const ids = new Set(dragged.map(({ id }) => id));
    taken.current = new Map(
      dragged.map(({ id }) => [id, carriedBy(id, flow.nodes, ids).map((one) => ({ id: one.id, from: one.position }))]),
    );
  };
  const change = (changes: readonly NodeChange<FlowNode>[]) => {
    const places = { ...hand.current.places };
    let { sizes } = hand.current;
    let changed = false;
    for (const one of changes) {
      if (one.type === 'dimensions' && one.dimensions && one.resizing) sizes = { ...sizes, [one.id]: one.dimensions };
      else if (one.type === 'position' && one.position && one.dragging !== false) {
        places[one.id] = one.position;
        const start = starts.current.get(one.id);
        for (const { id, from } of (start && taken.current.get(one.id)) || [])
          places[id] = { x: from.x + one.position.x - (start?.x ?? 0), y: from.y + one.position.y - (start?.y ?? 0) };
      } else continue;
      changed = true;
    }
    if (changed) hold(places, sizes);
  };
  /** Lets go; undefined if nothing moved. */
  const letGo = (): Moved | undefined => {
    const { places } = hand.current;
    hold({}, nothing.sizes);
    if (Object.keys(places).length === 0) return undefined;
    const of = (prefix: string) =>
      Object.fromEntries(
        Object.entries(places)
          .filter(([id]) => id.startsWith(prefix))
          .map(([id, place]) => [id.slice(prefix.length), place]),
      );
    const ids = new Set(draft.nodes.map(({ id }) => id));
    const nodes = Object.fromEntries(Object.entries(places).filter(([id]) => ids.has(id)));
    return { nodes, notes: of('note:'), frames: of('frame:') };
  };
  return { held, shifts, take, change, letGo };
}
