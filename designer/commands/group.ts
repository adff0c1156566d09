import { defineCommand, refuse } from '../store/command.ts';
import { newId } from './fresh-id.ts';

/** Makes a group of nodes, which can be shown as one card. A node is in one group at most: the newest has it. */
export const group = defineCommand({
  name: 'group',
  apply: (draft, { id, title, nodes }: { id: string; title: string; nodes: readonly string[] }) => {
    if (nodes.length < 2) return refuse('group-needs-two');
    if (draft.drawing.groups.some((one) => one.id === id)) return refuse('name-taken', { name: id });
    const others = draft.drawing.groups
      .map((one) => ({ ...one, nodes: one.nodes.filter((node) => !nodes.includes(node)) }))
      .filter((one) => one.nodes.length > 0);
    const groups = [...others, { id, title, nodes: [...nodes], collapsed: false }];
    return { ...draft, drawing: { ...draft.drawing, groups } };
  },
  said: (_, { nodes, title }) => ({ code: 'group', params: { n: nodes.length, title } }),
  fits: ({ selection }) => selection.nodes.length > 1,
  ask: async ({ state, write, say }) => {
    const { nodes } = state().selection;
    const title = await write(say('ask.group', { n: nodes.length }), { label: say('ask.groupLabel'), most: 120 });
    return title === null ? null : { id: newId('group'), title, nodes };
  },
  ways: { canvas: 'group-selected', outline: ['step'], key: 'Mod+g' },
});
