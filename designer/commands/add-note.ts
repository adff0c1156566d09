import type { Drawing } from '#engine/drawing.ts';
import { emptyHanded } from '../desk/in-hand.ts';
import { defineCommand, refuse } from '../store/command.ts';
import { newId } from './fresh-id.ts';

/** Pins a note on the canvas. */
export const addNote = defineCommand({
  name: 'add-note',
  apply: (draft, note: Drawing['notes'][number]) => {
    const { notes } = draft.drawing;
    if (notes.some(({ id }) => id === note.id)) return refuse('name-taken', { name: note.id });
    if (notes.length >= 500) return refuse('too-many-notes', { most: 500 });
    return { ...draft, drawing: { ...draft.drawing, notes: [...notes, note] } };
  },
  said: () => ({ code: 'add-note', params: {} }),
  fits: emptyHanded,
  ask: async ({ write, place, say }) => {
    const text = await write(say('ask.note'), { label: say('ask.noteLabel'), lines: 5, most: 4_000 });
    return text === null
      ? null
      : { id: newId('note'), ...(place() ?? { x: -320, y: 0 }), width: 240, height: 160, text };
  },
  ways: { canvas: 'pin-note', outline: ['journey'], key: 'Shift+n' },
});
