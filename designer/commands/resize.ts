import { drawnInHand } from '../desk/in-hand.ts';
import { defineCommand } from '../store/command.ts';
import { drawingChange } from './drawing-change.ts';
import { grown } from './places.ts';

type Resizing = { list: 'notes' | 'frames'; id: string; box: Box };
type Box = { x: number; y: number; width: number; height: number };

/** Makes a note or a frame larger or smaller. */
export const resize = defineCommand({
  name: 'resize',
  apply: (draft, { list, id, box }: Resizing) =>
    list === 'notes'
      ? drawingChange(draft, 'notes', id, (note) => ({ ...note, ...fit(box) }))
      : drawingChange(draft, 'frames', id, (frame) => ({ ...frame, ...fit(box) })),
  said: (_, { list }) => ({ code: `resize-${list}`, params: {} }),
  together: ({ list, id }) => `${list} ${id}`,
  fits: (state) => (drawnInHand(state, 'notes') ?? drawnInHand(state, 'frames')) !== undefined,
  ask: async ({ state, arrow, measure, say }): Promise<Resizing | null> => {
    const [note, frame] = [drawnInHand(state(), 'notes'), drawnInHand(state(), 'frames')];
    const drawn = note ?? frame;
    if (!drawn) return null;
    const { x, y, width, height } = drawn;
    const size = arrow ? grown({ width, height }, arrow) : await measure(say('ask.size'), { width, height });
    return size && { list: note ? 'notes' : 'frames', id: drawn.id, box: { x, y, ...size } };
  },
  ways: { canvas: 'drag-corner', outline: ['note', 'frame'], key: 'Shift+Arrow' },
});

const fit = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(Math.min(20_000, Math.max(40, width))),
  height: Math.round(Math.min(20_000, Math.max(40, height))),
});
