'use client';

import { createContext, type RefObject, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Place } from '../store/draft.ts';

/**
 * How far (flow units) the hand has things from where they stand, by their names on the canvas. It goes round React and
 * React Flow, which would go through every card of the drawing for each move of the hand.
 */
export type Shifts = {
  get: () => Readonly<Record<string, Place>>;
  subscribe: (listener: () => void) => () => void;
  set: (shifts: Readonly<Record<string, Place>>) => void;
};

export function makeShifts(): Shifts {
  let shifts: Readonly<Record<string, Place>> = {};
  const listeners = new Set<() => void>();
  return {
    get: () => shifts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (next) => {
      shifts = next;
      for (const listener of listeners) listener();
    },
  };
}

export const ShiftsContext = createContext<Shifts>(makeShifts());

/** How far one thing is from where it stands; undefined while nobody holds it. */
export function useShift(id: string): Place | undefined {
  const shifts = useContext(ShiftsContext);
  const read = () => shifts.get()[id];
  return useSyncExternalStore(shifts.subscribe, read, read);
}

/** Puts what is held on the page where the hand has it, and what is no longer held back. */
export function usePutShifted(frame: RefObject<HTMLElement | null>, shifts: Shifts): void {
  useEffect(() => {
    let put: HTMLElement[] = [];
    return shifts.subscribe(() => {
      const before = put;
      put = [];
      const at = (selector: string, { x, y }: Place) => {
        const element = frame.current?.querySelector<HTMLElement>(selector);
        if (!element) return;
        element.style.translate = `${x}px ${y}px`;
        put.push(element);
      };
      const held = Object.entries(shifts.get());
      for (const [id, shift] of held) at(`.react-flow__node[data-id="${CSS.escape(id)}"]`, shift);
      // What is dragged together is framed together.
      for (const [, shift] of held.slice(0, 1)) at('.react-flow__nodesselection-rect', shift);
      for (const element of before) if (!put.includes(element)) element.style.translate = '';
    });
  }, [frame, shifts]);
}
