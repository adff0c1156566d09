import type { Viewport } from '@xyflow/react';

type Flow = { getViewport: () => Viewport; setViewport: (viewport: Viewport) => Promise<unknown> };

/**
 * Moves a plan as little as brings the card that has the focus into its frame, then the page to the card. React Flow would
 * put the card into the middle of the frame, which is out of sight where the frame is taller than the window.
 */
export async function cardIntoSight(card: HTMLElement, frame: HTMLElement, flow: Flow): Promise<void> {
  // By the next frame React Flow has taken back what the browser scrolled inside the plan.
  await new Promise(requestAnimationFrame);
  if (document.activeElement !== card) return;
  const [box, room] = [card.getBoundingClientRect(), frame.getBoundingClientRect()];
  const { x, y, zoom } = flow.getViewport();
  await flow.setViewport({
    x: x + intoRange(box.left, box.right, room.left + edge, room.right - edge),
    y: y + intoRange(box.top, box.bottom, room.top + edge, room.bottom - edge),
    zoom,
  });
  if (document.activeElement === card) card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Room for the outline of the focus. */
const edge = 8;

/** How far a stretch has to move to lie between two bounds; where it is longer than they are apart, its beginning does. */
function intoRange(from: number, to: number, first: number, last: number): number {
  if (from < first || to - from > last - first) return first - from;
  return Math.min(0, last - to);
}
