import { drawnInHand } from '../desk/in-hand.ts';
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
  fits: (state) => drawnInHand(state, 'groups') !== undefined,
  ask: ({ state }) => ({ group: drawnInHand(state(), 'groups')?.id ?? '' }),
  ways: { canvas: 'ungroup-selected', outline: ['group'], key: 'Mod+Shift+g' },
});
