import type { Viewport } from '@xyflow/react';
import { cardWidth } from '../card-geometry.ts';
import type { DrawnCard } from '../draw.ts';

/** The ruler stands at the left. */
const [left, margin] = [92, 32];
/** Smaller than this, words cannot be read: then the beginning is shown instead of all. */
const readable = 0.6;

/** How a drawing is first seen: all of it where that can be read, else its beginning; never larger than life. */
export function firstView(cards: readonly DrawnCard[], frame: HTMLElement | null): Viewport {
  const [width, height] = [frame?.clientWidth ?? 800, frame?.clientHeight ?? 600];
  const xs = cards.map(({ x }) => x);
  const [west, east] = [Math.min(...xs), Math.max(...xs) + cardWidth];
  const [north, south] = [Math.min(...cards.map(({ y }) => y)), Math.max(...cards.map((card) => card.y + card.height))];
  if (cards.length === 0) return { x: width / 2, y: margin, zoom: 1 };
  const room = { width: width - left - 2 * margin, height: height - 2 * margin };
  const all = Math.min(1, room.width / (east - west), room.height / (south - north));
  if (all >= readable)
    return {
      x: left + margin + (room.width - (east - west) * all) / 2 - west * all,
      y: margin - north * all,
      zoom: all,
    };
  const zoom = Math.max(readable, Math.min(0.9, room.width / (east - west)));
  const [first] = cards.toSorted((a, b) => a.y - b.y || a.x - b.x);
  const center = (east - west) * zoom <= room.width ? (west + east) / 2 : (first?.x ?? 0) + cardWidth / 2;
  return { x: left + (width - left) / 2 - center * zoom, y: margin - north * zoom, zoom };
}
