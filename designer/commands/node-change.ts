import type { Node } from '#engine/journey.ts';
import { refuse } from '../store/command.ts';
import type { Draft } from '../store/draft.ts';

/** The draft with one node rewritten; the same draft where nothing changed. */
export function nodeChange(draft: Draft, id: string, rewrite: (node: Node) => Node) {
  const at = draft.nodes.findIndex((node) => node.id === id);
  const node = draft.nodes[at];
  if (!node) return refuse('no-such-node', { node: id });
  const after = rewrite(node);
  return after === node ? draft : { ...draft, nodes: draft.nodes.with(at, after) };
}
