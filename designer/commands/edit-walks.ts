import { journeySchema } from '#engine/journey.ts';
import type { SavedWalk } from '#engine/walk/saved-walk.ts';
import { emptyHanded } from '../desk/in-hand.ts';
import { defineCommand, refuseField } from '../store/command.ts';

/** Writes the list of walks that are kept as the journey's own tests. */
export const editWalks = defineCommand({
  name: 'edit-walks',
  apply: (draft, { walks }: { walks: SavedWalk[] }) => {
    const read = journeySchema.shape.walks.safeParse(walks);
    if (!read.success) return refuseField(read.error);
    const { walks: _, ...rest } = draft;
    return read.data && read.data.length > 0 ? { ...rest, walks: read.data } : rest;
  },
  said: (draft, { walks }) => ({
    code: walks.length < (draft.walks?.length ?? 0) ? 'drop-walk' : 'keep-walk',
    params: {},
  }),
  fits: emptyHanded,
  ask: ({ inspect }) => inspect('walks'),
  ways: { canvas: 'keep-walk', outline: ['journey'], key: 'w' },
});
