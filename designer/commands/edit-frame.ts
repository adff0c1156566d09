import { drawnInHand } from '../desk/in-hand.ts';
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
  fits: (state) => drawnInHand(state, 'frames') !== undefined,
  ask: async ({ state, write, say }) => {
    const frame = drawnInHand(state(), 'frames');
    const field = { label: say('ask.frameLabel'), value: frame?.title ?? '', most: 120 };
    const title = frame && (await write(say('ask.frame'), field));
    return frame && title !== null && title !== undefined ? { frame: frame.id, title } : null;
  },
  ways: { canvas: 'write-frame', outline: ['frame'], key: 'Enter' },
});
