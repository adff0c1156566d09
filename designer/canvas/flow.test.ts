import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { journeyArbitrary } from '#engine/journey.arbitrary.ts';
import { editArbitrary, runEdit } from '../commands/edit.arbitrary.ts';
import { draw } from '../draw.ts';
import type { Say } from '../say.ts';
import { asDraft, journeyOf } from '../store/draft.ts';
import { draftStore } from '../store/draft-store.ts';
import { asFlow, fromFlow, selectedIds, selectionOf } from './flow.ts';

const say: Say = Object.assign((key: string) => key, { has: () => false, locale: 'es' });

test('from the draft to React Flow and back is the identity, whatever was edited', () => {
  fc.assert(
    fc.property(journeyArbitrary(), fc.array(editArbitrary(), { maxLength: 25 }), (journey, edits) => {
      const store = draftStore({ draft: asDraft(journey) });
      for (const edit of edits) runEdit(store, edit);
      const { draft } = store.getSnapshot();
      const { nodes, edges, layout, drawing } = draft;
      const shown = fromFlow(asFlow(draft, draw(say, journeyOf(draft))));
      expect(shown).toEqual({ nodes, edges, layout, drawing });
    }),
    { numRuns: 200 },
  );
});

test('from what is selected to the names on the canvas and back is the identity', () => {
  const names = () => fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), { maxLength: 4 });
  fc.assert(
    fc.property(names(), names(), names(), names(), names(), (nodes, edges, notes, frames, groups) => {
      const selection = { nodes, edges, notes, frames, groups };
      expect(selectionOf(selectedIds(selection), edges)).toEqual(selection);
    }),
  );
});
