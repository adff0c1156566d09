import { wayInHand } from '../desk/in-hand.ts';
import { defineCommand } from '../store/command.ts';
import { called } from './called.ts';

/** Takes the line away from a way out. */
export const disconnect = defineCommand({
  name: 'disconnect',
  apply: (draft, { from, port }: { from: string; port: string }) => {
    const edges = draft.edges.filter((edge) => edge.from !== from || edge.port !== port);
    return edges.length === draft.edges.length ? draft : { ...draft, edges };
  },
  said: (draft, { from }) => ({ code: 'disconnect', params: called(draft, from) }),
  fits: (state) => wayInHand(state)?.to !== undefined,
  ask: ({ state }) => wayInHand(state()) ?? null,
  ways: { canvas: 'drop-line-nowhere', outline: ['way'], key: 'Shift+c' },
});
