import { nodeInHand } from '../desk/in-hand.ts';
import { defineCommand } from '../store/command.ts';
import { called } from './called.ts';
import { nodeChange } from './node-change.ts';

/** Writes why a node is as it is, for colleagues; it goes into the document in words. */
export const annotate = defineCommand({
  name: 'annotate',
  apply: (draft, { node, note }: { node: string; note: string }) =>
    nodeChange(draft, node, (one) => {
      const { note: before, ...rest } = one;
      const after = note.slice(0, 2_000);
      if (after === (before ?? '')) return one;
      return after.trim() === '' ? rest : { ...one, note: after };
    }),
  said: (draft, { node }) => ({ code: 'annotate', params: called(draft, node) }),
  together: ({ node }) => node,
  fits: (state) => nodeInHand(state) !== undefined,
  ask: async ({ state, write, say }) => {
    const node = nodeInHand(state());
    const field = { label: say('ask.whyLabel'), value: node?.note ?? '', lines: 5, most: 2_000 };
    const note = node && (await write(say('ask.why'), field));
    return node && note !== null && note !== undefined ? { node: node.id, note } : null;
  },
  ways: { canvas: 'inspect-note', outline: ['step'], key: 'Shift+F2' },
});
