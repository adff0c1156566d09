import { cardWidth } from '../card-geometry.ts';
import type { Draft, Place } from '../store/draft.ts';
import type { Selection } from '../store/selection.ts';

type Places = Record<string, Place>;
type Arrow = 'up' | 'down' | 'left' | 'right';
const step = 24;

/** Where what is selected stands; `drawn` says where cards are that no hand has placed. */
export function selectedPlaces({ drawing }: Draft, selection: Selection, drawn: Places) {
  const of = (list: ({ id: string } & Place)[], ids: readonly string[]): Places =>
    Object.fromEntries(list.filter(({ id }) => ids.includes(id)).map(({ id, x, y }) => [id, { x, y }]));
  const cards = Object.entries(drawn).map(([id, place]) => ({ id, ...place }));
  return {
    nodes: of(cards, selection.nodes),
    notes: of(drawing.notes, selection.notes),
    frames: of(drawing.frames, selection.frames),
  };
}

export function shifted(places: Places, by: Place): Places {
  return Object.fromEntries(Object.entries(places).map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]));
}

/** One step of the grid towards an arrow. */
export function stepTowards({ x, y }: Place, arrow: Arrow): Place {
  return { x: x + step * across[arrow], y: y + step * along[arrow] };
}

/** A size one step of the grid larger or smaller. */
export function grown({ width, height }: { width: number; height: number }, arrow: Arrow) {
  return { width: width + step * across[arrow], height: height + step * along[arrow] };
}

/** The box of a frame round these nodes; undefined where none of them has a place. */
export function roundNodes(drawn: Places, nodes: readonly string[]) {
  const placed = nodes.flatMap((id) => drawn[id] ?? []);
  if (placed.length === 0) return undefined;
  const [xs, ys] = [placed.map(({ x }) => x), placed.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs) - 24, Math.min(...ys) - 48];
  return { x, y, width: Math.max(...xs) + cardWidth + 24 - x, height: Math.max(...ys) + 220 - y };
}

const across = { up: 0, down: 0, left: -1, right: 1 };
const along = { up: -1, down: 1, left: 0, right: 0 };
