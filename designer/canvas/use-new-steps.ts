'use client';

import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { kindOf } from '#engine/nodes/index.ts';
import { cardWidth } from '../card-geometry.ts';
import { newId } from '../commands/fresh-id.ts';
import { nextWay, wayOut } from '../desk/in-hand.ts';
import type { Place } from '../place-cards.ts';
import type { DraftStore } from '../store/draft-store.ts';
import type { Acts } from './acts.ts';
import { lineAt } from './at-pointer.ts';
import type { Wanted } from './use-wired.ts';

export type NewSteps = {
  /** Chosen without a place: behind what is selected, else in the middle of what is seen. */
  put: (kind: string) => void;
  /** Dropped at a place of the window: on a line between its two cards, elsewhere where it fell. */
  drop: (kind: string, screen: Place) => void;
  /** Chosen where it was wanted. */
  answer: (kind: string, wanted: Wanted) => void;
};

/** Bringing new steps onto the canvas: each way ends in one of two commands, `add` or `insert`. */
export function useNewSteps(store: DraftStore, act: Acts['act'], middle: () => Place): NewSteps {
  const flow = useReactFlow();
  return useMemo(() => {
    const enters = (kind: string) => kindOf(kind)?.entry !== undefined;
    const placed = () => Object.keys(store.getSnapshot().draft.layout).length > 0;
    /** Nobody has placed cards by hand: the drawing goes on finding places by itself. */
    const at = (screen: Place): Place | null => {
      if (!placed() && store.getSnapshot().draft.nodes.length > 0) return null;
      const { x, y } = flow.screenToFlowPosition(screen);
      return { x: Math.round(x - cardWidth / 2), y: Math.round(y - 24) };
    };
    const add = (kind: string, screen: Place) => act('drop-from-palette', { id: newId(kind), kind, at: at(screen) });
    return {
      put: (kind) => {
        const way = enters(kind) ? undefined : nextWay(store.getSnapshot());
        if (way) act('drop-on-edge', { id: newId(kind), kind, at: null, from: way.from, port: way.port });
        else add(kind, middle());
      },
      drop: (kind, screen) => {
        const line = enters(kind) ? undefined : lineAt(screen.x, screen.y);
        if (line === undefined) return void add(kind, screen);
        const { from, port } = wayOut(store.getSnapshot().draft, line);
        act('drop-on-edge', { id: newId(kind), kind, at: at(screen), from, port });
      },
      answer: (kind, { screen, behind }) => {
        if (!behind || enters(kind)) return void add(kind, screen);
        act('drop-on-edge', { id: newId(kind), kind, at: at(screen), ...behind });
      },
    };
  }, [store, act, flow, middle]);
}
