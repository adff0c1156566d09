'use client';

import { useReactFlow } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import { keyName } from '../desk/key-name.ts';
import { useDesk } from '../desk/use-desk.tsx';
import { nothing, selectNodes } from '../store/selection.ts';
import { useDraftStore } from '../store/use-draft.ts';
import type { Direction } from './walk-graph.ts';

export type CanvasKeys = {
  /** Shows all of the drawing, on the way for that long (ms). */
  fit: (duration: number) => void;
  walk: (direction: Direction) => void;
  /** To the first card, or the last. */
  walkToEnd: (end: 'first' | 'last') => void;
  toggle: () => void;
  open: (what: 'next' | 'find' | 'shortcuts' | 'acts') => void;
  nextProblem: () => void;
};

/** Keys that only the canvas knows; all others are the desk's, which is asked first for those that are commands. */
export function useCanvasKeys({ fit, walk, walkToEnd, toggle, open, nextProblem }: CanvasKeys) {
  const store = useDraftStore();
  const desk = useDesk();
  const view = useReactFlow();
  const arrows: Record<string, Direction> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: 'left',
    ArrowRight: 'right',
  };
  const own: Record<string, () => void> = {
    Home: () => walkToEnd('first'),
    End: () => walkToEnd('last'),
    ' ': toggle,
    '/': () => open('next'),
    '?': () => open('shortcuts'),
    'Mod+f': () => open('find'),
    'Mod+Shift+p': () => open('acts'),
    'Mod+a': () => store.select(selectNodes(...store.getSnapshot().draft.nodes.map(({ id }) => id))),
    e: nextProblem,
    Escape: () => store.select(nothing),
    '+': () => void view.zoomIn(),
    '-': () => void view.zoomOut(),
    '0': () => void view.zoomTo(1),
    '1': () => fit(0),
  };
  return (event: KeyboardEvent) => {
    // Dialogs stand elsewhere in the page, though React lets their events bubble up to here.
    if (isTyping(event.target) || !(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    const direction = arrows[event.key];
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (direction && plain) {
      event.preventDefault();
      walk(direction);
      return;
    }
    const act = own[keyName(event)];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    } else if (desk.press(event)) event.stopPropagation();
  };
}

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
