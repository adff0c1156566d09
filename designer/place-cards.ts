import { alignRows } from './align-rows.ts';
import { withoutCycles } from './without-cycles.ts';

type Sized = { id: string; height: number };
type Line = { id: string; from: string; to: string };
type Place = { x: number; y: number };
/** `ways` says, for a line that passes other rows, at which x it goes down between `top` and `bottom` of each. */
export type Placed<C> = { cards: (C & Place)[]; ways: Record<string, Way[]> };
export type Way = { x: number; top: number; bottom: number };

export const cardWidth = 264;
/** Room between two rows, where lines run across. */
export const rowGap = 72;
const wayWidth = 20;

/**
 * Places cards top to bottom: as the author laid them out if every card has a place, else in rows by the longest way
 * from a start, with lanes kept free for lines that pass other rows, and rows ordered so that few lines cross.
 */
export function placeCards<C extends Sized>(cards: C[], lines: Line[], layout: Record<string, Place>): Placed<C> {
  if (cards.length > 0 && cards.every(({ id }) => layout[id]))
    return { cards: cards.map((card) => ({ ...card, ...(layout[card.id] as Place) })), ways: {} };
  const forward = withoutCycles(cards, lines);
  const rank = ranks(cards, forward);
  const rows: { id: string; width: number }[][] = [];
  for (const { id } of cards) (rows[rank.get(id) ?? 0] ??= []).push({ id, width: cardWidth });
  const links: { from: string; to: string }[] = [];
  for (const { id, from, to } of forward) {
    let above = from;
    for (let row = (rank.get(from) ?? 0) + 1; row < (rank.get(to) ?? 0); row++) {
      const way = `${id} ${row}`;
      rows[row]?.push({ id: way, width: wayWidth });
      links.push({ from: above, to: way });
      above = way;
    }
    links.push({ from: above, to });
  }
  const x = alignRows(rows, links);
  const tops = rowTops(cards, rank);
  const ways: Placed<C>['ways'] = {};
  for (const { id, from, to } of forward)
    for (let row = (rank.get(from) ?? 0) + 1; row < (rank.get(to) ?? 0); row++)
      (ways[id] ??= []).push({
        x: x.get(`${id} ${row}`) ?? 0,
        top: tops[row] ?? 0,
        bottom: (tops[row + 1] ?? 0) - rowGap,
      });
  const placed = cards.map((card) => ({
    ...card,
    x: (x.get(card.id) ?? 0) - cardWidth / 2,
    y: tops[rank.get(card.id) ?? 0] ?? 0,
  }));
  return { cards: placed, ways };
}

function rowTops(cards: Sized[], rank: Map<string, number>): number[] {
  const heights: number[] = [];
  for (const { id, height } of cards) {
    const row = rank.get(id) ?? 0;
    heights[row] = Math.max(heights[row] ?? 0, height);
  }
  const tops = [0];
  heights.forEach((height, row) => tops.push((tops[row] ?? 0) + height + rowGap));
  return tops;
}

function ranks(cards: Sized[], lines: Line[]): Map<string, number> {
  const rank = new Map<string, number>(cards.map(({ id }) => [id, 0]));
  // Without cycles the longest way has fewer steps than there are cards, so this settles.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of lines) {
      const below = (rank.get(from) ?? 0) + 1;
      if (below > (rank.get(to) ?? 0)) {
        rank.set(to, below);
        changed = true;
      }
    }
  }
  return rank;
}
