import type { Place } from '../place-cards.ts';

/** Where the part of the canvas that nothing covers begins, px from its left: the ruler stands there, and the list of steps. */
export function freeLeft(frame: HTMLElement | null): number {
  return frame ? Number.parseFloat(getComputedStyle(frame).getPropertyValue('--free-left')) : 0;
}

/** Where something new is seen: in the middle of what is free, a third down; px of the window. */
export function middleOfFree(frame: HTMLElement | null): Place {
  const { left = 0, top = 0, width = 0, height = 0 } = frame?.getBoundingClientRect() ?? {};
  const free = freeLeft(frame);
  return { x: left + free + (width - free) / 2, y: top + height / 3 };
}
