import { portsOf } from '#engine/node-config.ts';
import type { Place } from '../place-cards.ts';
import type { Draft } from '../store/draft.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';
export type Standing = { at: string; from: string | null };

/**
 * Where an arrow leads from a card: down along its first way out, up to what one came from, left and right to the other
 * ways of the same step, else to the card beside it. Undefined where there is nothing.
 */
export function walkGraph(
  draft: Pick<Draft, 'nodes' | 'edges'>,
  places: ReadonlyMap<string, Place>,
  { at, from }: Standing,
  direction: Direction,
): Standing | undefined {
  if (direction === 'down') {
    const [first] = onward(draft, at);
    return first === undefined ? undefined : { at: first, from: at };
  }
  if (direction === 'up') {
    const before = draft.edges.filter(({ to }) => to === at).map((edge) => edge.from);
    const back = from !== null && before.includes(from) ? from : before[0];
    return back === undefined ? undefined : { at: back, from: null };
  }
  const before = from ?? draft.edges.find(({ to }) => to === at)?.from;
  const ways = before === undefined ? [] : inOrderOf(onward(draft, before), places);
  const place = ways.indexOf(at);
  const next = ways[place + (direction === 'right' ? 1 : -1)];
  if (before !== undefined && place >= 0 && next !== undefined) return { at: next, from: before };
  const beside = besides(at, places, direction);
  return beside === undefined ? undefined : { at: beside, from: null };
}

/** Where a node leads, in the order of its ways out, each once. */
function onward({ nodes, edges }: Pick<Draft, 'nodes' | 'edges'>, id: string): string[] {
  const node = nodes.find((one) => one.id === id);
  const rank = new Map((node ? portsOf(node) : []).map((port, i) => [port.id, i]));
  const ways = edges
    .filter(({ from, to }) => from === id && to !== id)
    .toSorted((a, b) => (rank.get(a.port) ?? 99) - (rank.get(b.port) ?? 99));
  return [...new Set(ways.map(({ to }) => to))];
}

const inOrderOf = (ids: string[], places: ReadonlyMap<string, Place>) =>
  ids.toSorted((a, b) => (places.get(a)?.x ?? 0) - (places.get(b)?.x ?? 0));

/** The nearest card on that side, those at the same height first. */
function besides(at: string, places: ReadonlyMap<string, Place>, direction: 'left' | 'right'): string | undefined {
  const here = places.get(at);
  if (!here) return undefined;
  const sign = direction === 'right' ? 1 : -1;
  let [best, least] = [undefined as string | undefined, Number.POSITIVE_INFINITY];
  for (const [id, { x, y }] of places) {
    const across = (x - here.x) * sign;
    if (id === at || across <= 0) continue;
    const distance = across + 3 * Math.abs(y - here.y);
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}
