import type { Edge, Node } from '#engine/journey.ts';
import { portsOf } from '#engine/node-config.ts';

type Graph = { nodes: Node[]; edges: Edge[] };

/**
 * The nodes in the order people live them: from each start along every way out, in the order of the ports, a node after
 * all that lead to it where no circle forbids it; then what no start reaches, as it was drawn.
 */
export function inFlowOrder({ nodes, edges }: Graph): Node[] {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
  const entered = new Set(edges.map(({ to }) => to));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const onward = (node: Node) => {
    const rank = new Map(portsOf(node).map(({ id }, i) => [id, i]));
    const ways = (leaving.get(node.id) ?? []).toSorted((a, b) => (rank.get(a.port) ?? 99) - (rank.get(b.port) ?? 99));
    return ways.flatMap(({ to }) => byId.get(to) ?? []);
  };
  const reached = postorder(
    nodes.filter(({ id }) => !entered.has(id)),
    onward,
  );
  const known = new Set(reached.map(({ id }) => id));
  return [
    ...reached,
    ...postorder(
      nodes.filter(({ id }) => !known.has(id)),
      onward,
      known,
    ),
  ];
}

/** Reverse postorder of a walk in depth: without recursion, since a journey may be a thousand nodes long. */
function postorder(starts: Node[], onward: (node: Node) => Node[], seen = new Set<string>()): Node[] {
  const done: Node[] = [];
  for (const start of starts.toReversed()) {
    if (seen.has(start.id)) continue;
    seen.add(start.id);
    // Backwards, so that what is turned round in the end has the first way first.
    const path = [{ node: start, ways: onward(start).toReversed(), next: 0 }];
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const to = here.ways[here.next++];
      if (!to) done.push((path.pop() as typeof here).node);
      else if (!seen.has(to.id)) {
        seen.add(to.id);
        path.push({ node: to, ways: onward(to).toReversed(), next: 0 });
      }
    }
  }
  return done.toReversed();
}
