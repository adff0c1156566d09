'use client';

import { type PointerEvent, useRef, useState } from 'react';
import type { Place } from '../place-cards.ts';

/** Less than this (px) is a click with a shaky hand. */
const least = 6;

/** Pulling something out of a list by mouse, pen or finger, and dropping it somewhere on the page; Escape puts it back. */
export function usePull<T>(drop: (what: T, at: Place) => void) {
  const [pulled, setPulled] = useState<{ what: T; at: Place } | null>(null);
  const moved = useRef(false);
  const pull = (event: PointerEvent<HTMLElement>, what: T) => {
    if (event.button !== 0) return;
    const from = { x: event.clientX, y: event.clientY };
    moved.current = false;
    const listening = new AbortController();
    const { signal } = listening;
    const stop = () => {
      listening.abort();
      setPulled(null);
    };
    window.addEventListener(
      'pointermove',
      ({ clientX: x, clientY: y }) => {
        if (!moved.current && Math.hypot(x - from.x, y - from.y) < least) return;
        moved.current = true;
        setPulled({ what, at: { x, y } });
      },
      { signal },
    );
    window.addEventListener(
      'pointerup',
      ({ clientX: x, clientY: y }) => {
        stop();
        const over = document.elementFromPoint(x, y);
        if (moved.current && over?.closest('[data-drop-steps]')) drop(what, { x, y });
      },
      { signal },
    );
    window.addEventListener('pointercancel', stop, { signal });
    window.addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return;
        key.stopPropagation();
        stop();
      },
      { signal, capture: true },
    );
  };
  /** Whether the click that follows ends a pull. */
  return { pulled, pull, wasPulled: () => moved.current };
}
