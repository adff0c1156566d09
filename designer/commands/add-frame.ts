import type { Drawing } from '#engine/drawing.ts';
import { defineCommand, refuse } from '../store/command.ts';

/** Draws a titled frame behind the cards. */
export const addFrame = defineCommand({
  name: 'add-frame',
  apply: (draft, frame: Drawing['frames'][number]) => {
    const { frames } = draft.drawing;
    if (frames.some(({ id }) => id === frame.id)) return refuse('name-taken', { name: frame.id });
    if (frames.length >= 200) return refuse('too-many-frames', { most: 200 });
    return { ...draft, drawing: { ...draft.drawing, frames: [...frames, frame] } };
  },
  said: (_, { title }) => ({ code: 'add-frame', params: { title } }),
  ways: { canvas: 'draw-frame', outline: 'add-frame-row', key: 'f' },
});
