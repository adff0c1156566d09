import { portsOf } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { askWay } from '../desk/ask-way.ts';
import { nextWay } from '../desk/in-hand.ts';
import { kindOptions } from '../desk/options.ts';
import { defineCommand, isProblem, refuse } from '../store/command.ts';
import { type NewNode, withNode } from './add.ts';
import { called } from './called.ts';
import { withEdge } from './connect.ts';
import { newId } from './fresh-id.ts';

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
  fits: (state) => nextWay(state) !== undefined,
  ask: async (desk) => {
    const { choose, say } = desk;
    const way = await askWay(desk);
    const kind = way && (await choose(say('ask.kindNext'), kindOptions(say, { inside: true })));
    return way && kind ? { id: newId(kind), kind, at: null, from: way.from, port: way.port } : null;
  },
  ways: { canvas: 'drop-on-edge', outline: ['step', 'way'], key: 'i' },
});
