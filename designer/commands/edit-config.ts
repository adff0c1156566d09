import type { Edge, Node } from '#engine/journey.ts';
import { parseConfig, portsOf } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { nodeInHand } from '../desk/in-hand.ts';
import { defineCommand } from '../store/command.ts';
import { called } from './called.ts';
import { nodeChange } from './node-change.ts';
import { setIn } from './set-in.ts';

/**
 * Writes one value of a node's config; undefined takes it away. Values that its kind cannot read are kept, and told by
 * `check`. A way out that is renamed keeps its line, one that is taken away loses it.
 */
export const editConfig = defineCommand({
  name: 'edit-config',
  apply: (draft, { node: id, path, value }: { node: string; path: (string | number)[]; value: unknown }) => {
    const node = draft.nodes.find((one) => one.id === id);
    const edited = nodeChange(draft, id, (one) => {
      const config = setIn(one.config, path, value) as Node['config']; // a record stays one: `path` is never empty
      return config === one.config ? one : { ...one, config };
    });
    const after = 'nodes' in edited && edited.nodes.find((one) => one.id === id);
    if (!node || !after || after === node) return edited;
    const edges = draft.edges.flatMap((edge) => followPort(edge, node, after));
    return {
      ...edited,
      edges:
        edges.every((edge, i) => edge === draft.edges[i]) && edges.length === draft.edges.length ? draft.edges : edges,
    };
  },
  said: (draft, { node, path }) => ({
    code: 'edit-config',
    params: {
      ...called(draft, node),
      ...fieldOf(
        draft.nodes.find(({ id }) => id === node),
        path,
      ),
    },
  }),
  together: ({ node, path }) => `${node} ${path.join('.')}`,
  fits: (state) => nodeInHand(state) !== undefined,
  ask: ({ inspect }) => inspect('config'),
  ways: { canvas: 'inspect-field', outline: ['step'], key: 'Enter' },
});

const fieldOf = (node: Node | undefined, path: (string | number)[]) => ({
  kind: node?.kind ?? '',
  field: String(path[0] ?? ''),
});

function followPort(edge: Edge, before: Node, after: Node): Edge[] {
  if (edge.from !== before.id || !readable(before) || !readable(after)) return [edge];
  const [old, now] = [portsOf(before).map(({ id }) => id), portsOf(after).map(({ id }) => id)];
  const [gone, come] = [old.filter((port) => !now.includes(port)), now.filter((port) => !old.includes(port))];
  if (!gone.includes(edge.port)) return [edge];
  const renamed = gone.length === 1 && come.length === 1 && come[0];
  return renamed ? [{ ...edge, port: renamed }] : [];
}

function readable(node: Node): boolean {
  const kind = kindOf(node.kind);
  return kind !== undefined && parseConfig(kind, node).ok;
}
