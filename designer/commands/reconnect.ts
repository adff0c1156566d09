import type { Edge } from '#engine/journey.ts';
import { wayInHand, wayOut } from '../desk/in-hand.ts';
import { wayOptions } from '../desk/options.ts';
import { defineCommand } from '../store/command.ts';
import { called } from './called.ts';
import { withEdge } from './connect.ts';

/** Takes an end of a line, or both, somewhere else. */
export const reconnect = defineCommand({
  name: 'reconnect',
  apply: (draft, { line, to }: { line: { from: string; port: string }; to: Edge }) => {
    const edges = draft.edges.filter(({ from, port }) => from !== line.from || port !== line.port);
    const same = line.from === to.from && line.port === to.port;
    return withEdge(same ? draft : { ...draft, edges }, to);
  },
  said: (draft, { to }) => ({
    code: 'reconnect',
    params: { ...called(draft, to.from), ...called(draft, to.to, 'to') },
  }),
  fits: (state) => wayInHand(state)?.to !== undefined,
  ask: async ({ state, choose, say }) => {
    const way = wayInHand(state());
    const key = way?.to && (await choose(say('ask.otherWay'), wayOptions(say, state().draft)));
    if (!way?.to || !key) return null;
    const { from, port } = wayOut(state().draft, key);
    return { line: way, to: { from, port, to: way.to } };
  },
  ways: { canvas: 'drag-line-end', outline: ['way'], key: 'Shift+l' },
});
