import { drawnInHand } from '../desk/in-hand.ts';
import { defineCommand } from '../store/command.ts';
import { drawingChange } from './drawing-change.ts';

/** Shows a group as one card, or as its nodes again. */
export const collapse = defineCommand({
  name: 'collapse',
  apply: (draft, { group, collapsed }: { group: string; collapsed: boolean }) =>
    drawingChange(draft, 'groups', group, (one) => (one.collapsed === collapsed ? one : { ...one, collapsed })),
  said: (draft, { group, collapsed }) => ({
    code: collapsed ? 'collapse' : 'expand',
    params: { title: draft.drawing.groups.find(({ id }) => id === group)?.title ?? '' },
  }),
  fits: (state) => drawnInHand(state, 'groups') !== undefined,
  ask: ({ state }) => {
    const group = drawnInHand(state(), 'groups');
    return group ? { group: group.id, collapsed: !group.collapsed } : null;
  },
  ways: { canvas: 'fold-group', outline: ['group'], key: 'g' },
});
