import type { Drawing } from '#engine/drawing.ts';
import { defineCommand, refuse } from '../store/command.ts';

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
  ways: { canvas: 'pin-note', outline: 'add-note-row', key: 'Shift+N' },
});
