import { portsOf } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { defineCommand, isProblem, refuse } from '../store/command.ts';
import { type NewNode, withNode } from './add.ts';
import { called } from './called.ts';
import { withEdge } from './connect.ts';

/** Draws a new node behind a way out; what that way led to follows behind the new node's first way out. */
export const insert = defineCommand({
  name: 'insert',
  apply: (draft, { from, port, ...node }: NewNode & { from: string; port: string }) => {
    if (kindOf(node.kind)?.entry) return refuse('edge-into-trigger', { from }, from);
    const added = withNode(draft, node);
    if (isProblem(added)) return added;
    const next = draft.edges.find((edge) => edge.from === from && edge.port === port)?.to;
    const led = withEdge(added, { from, port, to: node.id });
    const drawn = added.nodes.at(-1);
    const [first] = drawn ? portsOf(drawn) : [];
    if (isProblem(led) || next === undefined || !first) return led;
    return withEdge(led, { from: node.id, port: first.id, to: next });
  },
  said: (draft, { kind, from }) => ({ code: 'insert', params: { kind, ...called(draft, from, 'after') } }),
  ways: { canvas: 'drop-on-edge', outline: 'insert-row', key: 'i' },
});
