import { defineCommand } from '../store/command.ts';
import { drawingChange } from './drawing-change.ts';

type Box = { x: number; y: number; width: number; height: number };

/** Makes a note or a frame larger or smaller. */
export const resize = defineCommand({
  name: 'resize',
  apply: (draft, { list, id, box }: { list: 'notes' | 'frames'; id: string; box: Box }) =>
    list === 'notes'
      ? drawingChange(draft, 'notes', id, (note) => ({ ...note, ...fit(box) }))
      : drawingChange(draft, 'frames', id, (frame) => ({ ...frame, ...fit(box) })),
  said: (_, { list }) => ({ code: `resize-${list}`, params: {} }),
  together: ({ list, id }) => `${list} ${id}`,
  ways: { canvas: 'drag-corner', outline: 'edit-size', key: 'Shift+Arrow' },
});

const fit = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(Math.min(20_000, Math.max(40, width))),
  height: Math.round(Math.min(20_000, Math.max(40, height))),
});
