import { nodeInHand } from '../desk/in-hand.ts';
import { defineCommand } from '../store/command.ts';
import { called } from './called.ts';
import { nodeChange } from './node-change.ts';

/** Gives a node its title; without one it goes by the name of its kind. */
export const rename = defineCommand({
  name: 'rename',
  apply: (draft, { node, title }: { node: string; title: string }) =>
    nodeChange(draft, node, (one) => {
      const { title: before, ...rest } = one;
      const after = title.slice(0, 120);
      if (after === (before ?? '')) return one;
      return after.trim() === '' ? rest : { ...one, title: after };
    }),
  said: (draft, { node, title }) => ({ code: 'rename', params: { ...called(draft, node), title } }),
  together: ({ node }) => node,
  fits: (state) => nodeInHand(state) !== undefined,
  ask: async ({ state, write, say }) => {
    const node = nodeInHand(state());
    const title =
      node && (await write(say('ask.title'), { label: say('ask.titleLabel'), value: node.title ?? '', most: 120 }));
    return node && title !== null && title !== undefined ? { node: node.id, title } : null;
  },
  ways: { canvas: 'inspect-title', outline: ['step'], key: 'F2' },
});
