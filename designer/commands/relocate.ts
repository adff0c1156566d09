import { portsOf } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { nodeInHand, wayOut } from '../desk/in-hand.ts';
import { wayOptions } from '../desk/options.ts';
import { defineCommand, isProblem, refuse } from '../store/command.ts';
import { called } from './called.ts';
import { withEdge } from './connect.ts';
import { neighbouringWay } from './neighbouring-way.ts';
import { rejoined } from './rejoin.ts';

/** Takes a node out of its place in the flow, joining what was before and behind it, and puts it behind another way out. */
export const relocate = defineCommand({
  name: 'relocate',
  apply: (draft, { node: id, from, port }: { node: string; from: string; port: string }) => {
    const node = draft.nodes.find((one) => one.id === id);
    if (!node) return refuse('no-such-node', { node: id });
    if (from === id) return draft;
    if (kindOf(node.kind)?.entry) return refuse('edge-into-trigger', { from }, id);
    const [way] = portsOf(node);
    const out = { ...draft, edges: rejoined(draft, new Set([id])) };
    const next = out.edges.find((edge) => edge.from === from && edge.port === port)?.to;
    // Its other ways out keep leading where they led.
    const others = draft.edges.filter((edge) => edge.from === id && edge.port !== way?.id);
    const led = withEdge({ ...out, edges: [...out.edges, ...others] }, { from, port, to: id });
    if (isProblem(led) || next === undefined || next === id || !way) return led;
    return withEdge(led, { from: id, port: way.id, to: next });
  },
  said: (draft, { node, from }) => ({
    code: 'relocate',
    params: { ...called(draft, node), ...called(draft, from, 'after') },
  }),
  fits: (state) => nodeInHand(state) !== undefined && kindOf(nodeInHand(state)?.kind ?? '')?.entry === undefined,
  ask: async ({ state, arrow, choose, say }) => {
    const { draft } = state();
    const node = nodeInHand(state());
    if (!node) return null;
    const key = arrow
      ? neighbouringWay(draft, node.id, arrow)
      : await choose(say('ask.behindWhich'), wayOptions(say, draft, node.id));
    if (!key) return null;
    const { from, port } = wayOut(draft, key);
    return { node: node.id, from, port };
  },
  ways: { canvas: 'drop-card-on-edge', outline: ['step'], key: 'Alt+Shift+Arrow' },
});
