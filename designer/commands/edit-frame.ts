import { defineCommand } from '../store/command.ts';
import { drawingChange } from './drawing-change.ts';

/** Writes a frame's title. */
export const editFrame = defineCommand({
  name: 'edit-frame',
  apply: (draft, { frame, title }: { frame: string; title: string }) =>
    drawingChange(draft, 'frames', frame, (one) =>
      one.title === title ? one : { ...one, title: title.slice(0, 120) },
    ),
  said: (_, { title }) => ({ code: 'edit-frame', params: { title } }),
  together: ({ frame }) => frame,
  ways: { canvas: 'write-frame', outline: 'edit-frame-row', key: 'Enter' },
});
