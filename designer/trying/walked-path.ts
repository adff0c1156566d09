import type { Edge, Journey } from '#engine/journey.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { nodeOf } from '#engine/state-name.ts';
import type { Step, Walk } from '#engine/walk/walk-type.ts';

export type WalkedPath = { nodes: ReadonlySet<string>; lines: ReadonlySet<string>; here: string | null };

/**
 * The way somebody has gone, as nodes and lines of the drawing. A decision names where it began and where it led; the
 * forks passed in between are found by what was read there.
 */
export function walkedPath(walk: Walk, trigger: string): WalkedPath {
  const { journey } = walk.world;
  const nodes = new Set([trigger]);
  const lines = new Set<string>();
  for (const step of walk.log)
    for (const edge of between(journey, startOf(step, trigger), nodeOf(step.next), step)) {
      nodes.add(edge.from).add(edge.to);
      lines.add(`${edge.from}.${edge.port}`);
    }
  const at = nodeOf(walk.state);
  const here = journey.nodes.some(({ id }) => id === at) ? at : null;
  const end = here ?? endOf(walk);
  if (end) nodes.add(end);
  return { nodes, lines, here: end };
}

/** Where a goal or a stop rule took somebody: to the one end that says the same. */
function endOf({ outcome, world: { journey } }: Walk): string | null {
  const ends = journey.nodes.filter(({ kind, config }) => kind === 'end' && config['outcome'] === outcome);
  return outcome !== null && ends.length === 1 ? (ends[0]?.id ?? null) : null;
}

const startOf = ({ state }: Step, trigger: string) => (state === 'enter' ? trigger : nodeOf(state));

/** The lines from one node to the next, through nodes where nobody rests; none if a stop rule or goal led there. */
function between(journey: Journey, from: string, to: string, step: Step): Edge[] {
  const before = new Map<string, Edge>();
  const queue = [from];
  for (const at of queue) {
    const ways = journey.edges.filter((edge) => edge.from === at && isOpen(edge, from, step));
    for (const edge of preferred(ways, step)) {
      if (before.has(edge.to)) continue;
      before.set(edge.to, edge);
      if (edge.to === to) return backTo(from, to, before);
      if (!rests(journey, edge.to)) queue.push(edge.to);
    }
  }
  return [];
}

function backTo(from: string, to: string, before: ReadonlyMap<string, Edge>): Edge[] {
  const way: Edge[] = [];
  for (let edge = before.get(to); edge; edge = edge.from === from ? undefined : before.get(edge.from))
    way.unshift(edge);
  return way;
}

/** At a fork whose questions were read, only the way whose answer held, or the rest if none did. */
function isOpen({ from, port }: Edge, start: string, { holds }: Step): boolean {
  if (from === start) return true;
  const read = Object.keys(holds).filter((name) => name.startsWith(`${from}.`));
  if (read.length === 0) return true;
  return holds[`${from}.${port}`] === true || read.every((name) => !holds[name]);
}

/** Of several ways the one that the event names: `reply.n2.help`, `task.n3.done`, `receipt.n2.sms.delivered`. */
function preferred(ways: Edge[], { event }: Step): Edge[] {
  const last = event.split('.').at(-1) ?? '';
  const means: Record<string, string> = {
    delivered: 'reached',
    accepted: 'reached',
    read: 'reached',
    failed: 'nobody',
    limit: 'late',
  };
  return ways.toSorted((a, b) => rank(a) - rank(b));
  function rank({ port }: Edge): number {
    return port === last ? 0 : port === means[last] ? 1 : 2;
  }
}

function rests({ nodes }: Journey, id: string): boolean {
  const node = nodes.find((one) => one.id === id);
  return node === undefined || (kindOf(node.kind)?.rests ?? true);
}
