import { drawnInHand } from '../desk/in-hand.ts';
import { defineCommand } from '../store/command.ts';
import { drawingChange } from './drawing-change.ts';

/** Writes what a note says. */
export const editNote = defineCommand({
  name: 'edit-note',
  apply: (draft, { note, text }: { note: string; text: string }) =>
    drawingChange(draft, 'notes', note, (one) => (one.text === text ? one : { ...one, text: text.slice(0, 4_000) })),
  said: () => ({ code: 'edit-note', params: {} }),
  together: ({ note }) => note,
  fits: (state) => drawnInHand(state, 'notes') !== undefined,
  ask: async ({ state, write, say }) => {
    const note = drawnInHand(state(), 'notes');
    const field = { label: say('ask.noteLabel'), value: note?.text ?? '', lines: 5, most: 4_000 };
    const text = note && (await write(say('ask.note'), field));
    return note && text !== null && text !== undefined ? { note: note.id, text } : null;
  },
  ways: { canvas: 'write-note', outline: ['note'], key: 'Enter' },
});
