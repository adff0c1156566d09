import { defineCommand } from '../store/command.ts';
import { drawingChange } from './drawing-change.ts';

/** Writes what a note says. */
export const editNote = defineCommand({
  name: 'edit-note',
  apply: (draft, { note, text }: { note: string; text: string }) =>
    drawingChange(draft, 'notes', note, (one) => (one.text === text ? one : { ...one, text: text.slice(0, 4_000) })),
  said: () => ({ code: 'edit-note', params: {} }),
  together: ({ note }) => note,
  ways: { canvas: 'write-note', outline: 'edit-note-row', key: 'Enter' },
});
