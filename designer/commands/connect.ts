import type { Edge } from '#engine/journey.ts';
import { portsOf } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { askWay } from '../desk/ask-way.ts';
import { nextWay } from '../desk/in-hand.ts';
import { targetOptions } from '../desk/options.ts';
import { defineCommand, refuse } from '../store/command.ts';
import type { Draft } from '../store/draft.ts';
import { called } from './called.ts';

/** Leads a way out to a node; where it led before, it leads no more. */
export const connect = defineCommand({
  name: 'connect',
  apply: (draft, edge: Edge) => withEdge(draft, edge),
  said: (draft, { from, to }) => ({ code: 'connect', params: { ...called(draft, from), ...called(draft, to, 'to') } }),
  fits: (state) => nextWay(state) !== undefined,
  ask: async (desk) => {
    const { state, choose, say } = desk;
    const way = await askWay(desk);
    const to = way && (await choose(say('ask.target'), targetOptions(say, state().draft)));
    return way && to ? { from: way.from, port: way.port, to } : null;
  },
  ways: { canvas: 'pull-from-port', outline: ['step', 'way'], key: 'c' },
});

/** The draft with this edge, in the place of the one that its port had. */
export function withEdge(draft: Draft, edge: Edge) {
  const from = draft.nodes.find(({ id }) => id === edge.from);
  const to = draft.nodes.find(({ id }) => id === edge.to);
  if (!from) return refuse('edge-from-nowhere', { from: edge.from });
  if (!to) return refuse('edge-to-nowhere', { port: edge.port, to: edge.to }, edge.from);
  if (kindOf(to.kind)?.entry) return refuse('edge-into-trigger', { from: edge.from }, edge.to);
  if (!portsOf(from).some(({ id }) => id === edge.port)) return refuse('unknown-port', { port: edge.port }, edge.from);
  const at = draft.edges.findIndex((one) => one.from === edge.from && one.port === edge.port);
  if (at < 0) return { ...draft, edges: [...draft.edges, edge] };
  return draft.edges[at]?.to === edge.to ? draft : { ...draft, edges: draft.edges.with(at, edge) };
}
