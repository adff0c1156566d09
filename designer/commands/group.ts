import { defineCommand, refuse } from '../store/command.ts';

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
  ways: { canvas: 'group-selected', outline: 'group-rows', key: 'Mod+g' },
});
