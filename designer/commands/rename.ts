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
  ways: { canvas: 'inspect-title', outline: 'edit-title', key: 'F2' },
});
