import type { Compiled } from '../compile.ts';
import type { Journey } from '../journey.ts';
import { kindOf } from '../nodes/index.ts';
import { flowOrder } from './flow-order.ts';
import { type Exits, nodeExits } from './node-exits.ts';
import { after, atOnce, later, noTime, type Span } from './span.ts';

/**
 * When people can be at a node, counted from entering the journey. `latest` null: nobody can say, because of a date of
 * their own or because the flow comes round again. `pace` (ms) grows along the flow: the longest way there without coming
 * round, by which a drawing is laid out.
 */
export type When = { earliest: Span; latest: Span | null; pace: number };

/**
 * The time ruler: the earliest and the latest moment of every node that can be reached, by its id. Durations as they are,
 * working days as they may fall, limits as the soonest and the latest way out of a wait.
 */
export function whenReached(journey: Journey, compiled: Compiled): Map<string, When> {
  const exits = new Map<string, Exits>();
  for (const { id } of journey.nodes) {
    const state = compiled.machine.states[id];
    if (state) exits.set(id, within(journey, nodeExits(id, state, { delays: compiled.delays, seat: journey.seat })));
  }
  for (const { id, kind } of journey.nodes)
    if (kindOf(kind)?.entry) exits.set(id, new Map(entered(journey, id).map((to) => [to, atOnce])));
  const starts = journey.nodes.filter(({ kind }) => kindOf(kind)?.entry).map(({ id }) => id);
  const earliest = soonest(starts, exits);
  const { latest, pace } = longest(starts, exits);
  return new Map(
    [...earliest].map(([id, at]) => [id, { earliest: at, latest: latest.get(id) ?? null, pace: pace.get(id) ?? 0 }]),
  );
}

const entered = ({ edges }: Journey, id: string) => edges.filter(({ from }) => from === id).map(({ to }) => to);

/** The exits that lead to nodes, by node. */
function within({ nodes }: Journey, exits: Exits): Exits {
  const ids = new Set(nodes.map(({ id }) => id));
  return new Map([...exits].map(([target, at]) => [target.slice(1), at] as const).filter(([id]) => ids.has(id)));
}

function soonest(starts: string[], exits: Map<string, Exits>): Map<string, Span> {
  const best = new Map<string, Span>(starts.map((id) => [id, noTime]));
  const queue = [...starts];
  for (let i = 0; i < queue.length; i++) {
    const from = queue[i] ?? '';
    const at = best.get(from) ?? noTime;
    for (const [to, range] of exits.get(from) ?? []) {
      const span = after({ from: at, to: null }, range).from;
      const known = best.get(to);
      if (known && known.natural <= span.natural) continue;
      best.set(to, span);
      queue.push(to);
    }
  }
  return best;
}

function longest(starts: string[], exits: Map<string, Exits>) {
  const { order, back } = flowOrder(starts, (id) => [...(exits.get(id)?.keys() ?? [])]);
  const latest = new Map<string, Span | null>(starts.map((id) => [id, noTime]));
  const pace = new Map<string, number>(starts.map((id) => [id, 0]));
  // Who comes round again may do so for ever, and so may all who follow.
  for (const circles of back.values()) for (const id of circles) latest.set(id, null);
  for (const from of order)
    for (const [to, range] of exits.get(from) ?? []) {
      if (back.get(from)?.has(to)) continue;
      const until = latest.get(from) ?? null;
      const then = until && range.to && after({ from: until, to: until }, range).to;
      const known = latest.get(to);
      latest.set(to, known === undefined ? then : known && then && later(known, then));
      pace.set(to, Math.max(pace.get(to) ?? 0, (pace.get(from) ?? 0) + (range.to ?? range.from).natural));
    }
  return { latest, pace };
}
