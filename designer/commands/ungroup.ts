import { defineCommand } from '../store/command.ts';

/** Undoes a group; its nodes stay as they are. */
export const ungroup = defineCommand({
  name: 'ungroup',
  apply: (draft, { group }: { group: string }) => {
    const groups = draft.drawing.groups.filter(({ id }) => id !== group);
    return groups.length === draft.drawing.groups.length ? draft : { ...draft, drawing: { ...draft.drawing, groups } };
  },
  said: (draft, { group }) => ({
    code: 'ungroup',
    params: { title: draft.drawing.groups.find(({ id }) => id === group)?.title ?? '' },
  }),
  ways: { canvas: 'ungroup-selected', outline: 'ungroup-row', key: 'Mod+Shift+g' },
});
