import { defineCommand } from '../store/command.ts';
import { fragmentOf } from '../store/fragment.ts';
import { withFragment } from './paste.ts';

/** Draws what is selected once more, a little beside itself. */
export const duplicate = defineCommand({
  name: 'duplicate',
  apply: (draft, { nodes, notes }: { nodes: readonly string[]; notes: readonly string[] }) =>
    nodes.length + notes.length === 0
      ? draft
      : withFragment(draft, fragmentOf(draft, { nodes, notes }), { x: 40, y: 40 }),
  said: (_, { nodes, notes }) => ({ code: 'duplicate', params: { n: nodes.length + notes.length } }),
  fits: ({ selection }) => selection.nodes.length + selection.notes.length > 0,
  ask: ({ state }) => ({ nodes: state().selection.nodes, notes: state().selection.notes }),
  ways: { canvas: 'duplicate-selected', outline: ['step', 'note'], key: 'Mod+d' },
});
