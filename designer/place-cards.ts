import { alignRows } from './align-rows.ts';
import { cardWidth } from './card-geometry.ts';
import { inRows } from './in-rows.ts';
import { withoutCycles } from './without-cycles.ts';

type Sized = { id: string; height: number; ports?: readonly { id: string }[] };
type Line = { id: string; from: string; to: string; port?: string };
export type Place = { x: number; y: number };

/** Room between two rows, where lines run across. */
export const rowGap = 72;
const laneWidth = 20;

/**
 * Places cards top to bottom in rows, with lanes kept free for lines that pass other rows, and rows ordered so that few
 * lines cross. `pace` (ms, growing along the flow) lays them out along time: what comes later stands lower. Without it a
 * card stands below all that lead to it.
 */
export function placeCards(cards: readonly Sized[], lines: readonly Line[], pace?: ReadonlyMap<string, number>) {
  const forward = inTurn(cards, withoutCycles(cards, lines));
  const rank = inRows(cards, forward, pace);
  const rows: { id: string; width: number }[][] = [];
  for (const { id } of cards) (rows[rank.get(id) ?? 0] ??= []).push({ id, width: cardWidth });
  const links: { from: string; to: string }[] = [];
  for (const { id, from, to } of forward) {
    let above = from;
    for (let row = (rank.get(from) ?? 0) + 1; row < (rank.get(to) ?? 0); row++) {
      const lane = `${id} ${row}`;
      rows[row]?.push({ id: lane, width: laneWidth });
      links.push({ from: above, to: lane });
      above = lane;
    }
    links.push({ from: above, to });
  }
  const x = alignRows(rows, links);
  const tops = rowTops(cards, rank);
  return new Map<string, Place>(
    cards.map(({ id }) => [id, { x: Math.round((x.get(id) ?? 0) - cardWidth / 2), y: tops[rank.get(id) ?? 0] ?? 0 }]),
  );
}

/** Ways out of one card in the order of its ports, so that they need not cross. */
function inTurn<L extends Line>(cards: readonly Sized[], lines: readonly L[]): L[] {
  const turn = new Map(
    cards.flatMap(({ id, ports = [] }, at) => [
      [id, at * 1_000] as const,
      ...ports.map((port, i) => [`${id}.${port.id}`, at * 1_000 + i] as const),
    ]),
  );
  const of = ({ from, port }: L) => turn.get(`${from}.${port}`) ?? turn.get(from) ?? 0;
  return lines.toSorted((a, b) => of(a) - of(b));
}

function rowTops(cards: readonly Sized[], rank: ReadonlyMap<string, number>): number[] {
  const heights: number[] = [];
  for (const { id, height } of cards) {
    const row = rank.get(id) ?? 0;
    heights[row] = Math.max(heights[row] ?? 0, height);
  }
  const tops = [0];
  heights.forEach((height, row) => tops.push((tops[row] ?? 0) + height + rowGap));
  return tops;
}
