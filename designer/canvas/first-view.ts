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
  const first = whereItBegins(cards);
  const center = (east - west) * zoom <= room.width ? (west + east) / 2 : (first?.x ?? 0) + cardWidth / 2;
  return { x: left + (width - left) / 2 - center * zoom, y: margin - north * zoom, zoom };
}

/** The first card that starts something, else the topmost; undefined of none. */
function whereItBegins<C extends Pick<DrawnCard, 'x' | 'y' | 'group'>>(cards: readonly C[]): C | undefined {
  const begins = ({ group }: C) => (group === 'triggers' ? 0 : 1);
  return cards.toSorted((a, b) => begins(a) - begins(b) || a.y - b.y || a.x - b.x)[0];
}

/** Those cards that are seen first, as many as `most`, as a set: around where it begins. */
export function seenFirst(cards: readonly DrawnCard[], most: number): ReadonlySet<string> {
  const { x = 0, y = 0 } = whereItBegins(cards) ?? {};
  const away = (card: DrawnCard) => Math.abs(card.x - x) + Math.abs(card.y - y);
  return new Set(
    cards
      .toSorted((a, b) => away(a) - away(b))
      .slice(0, most)
      .map(({ id }) => id),
  );
}

type Bounds = { x: number; y: number; width: number; height: number };

/** All of a drawing in what the ruler leaves free, not larger than `largest` and not smaller than `smallest`. */
export function allInView(all: Bounds, frame: HTMLElement | null, smallest: number, largest: number): Viewport {
  const [width, height] = [frame?.clientWidth ?? 800, frame?.clientHeight ?? 600];
  const room = { width: width - left - 2 * margin, height: height - 2 * margin };
  const fits = Math.min(room.width / Math.max(all.width, 1), room.height / Math.max(all.height, 1));
  const zoom = Math.min(largest, Math.max(smallest, fits));
  return {
    x: left + margin + (room.width - all.width * zoom) / 2 - all.x * zoom,
    y: margin + (room.height - all.height * zoom) / 2 - all.y * zoom,
    zoom,
  };
}
