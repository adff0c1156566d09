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
  ways: { canvas: 'fold-group', outline: 'fold-row', key: 'g' },
});
