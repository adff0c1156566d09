import type { Edge } from '#engine/journey.ts';
import type { Draft } from '../store/draft.ts';

/**
 * The edges without those of the nodes that go: what led to one of them leads on to the one place where it went on.
 * Where it went on to several places, or to none, the way out is left open, and `check` asks for it.
 */
export function rejoined({ edges }: Draft, going: ReadonlySet<string>): Edge[] {
  return edges.flatMap((edge) => {
    if (going.has(edge.from)) return [];
    if (!going.has(edge.to)) return [edge];
    const to = onward(edges, edge.to, going);
    return to === undefined || to === edge.from ? [] : [{ ...edge, to }];
  });
}

function onward(edges: Edge[], start: string, going: ReadonlySet<string>): string | undefined {
  const seen = new Set([start]);
  const found = new Set<string>();
  // A list that grows while it is walked: all places that the nodes going lead to.
  for (const at of seen) for (const { from, to } of edges) if (from === at) (going.has(to) ? seen : found).add(to);
  return found.size === 1 ? [...found][0] : undefined;
}
