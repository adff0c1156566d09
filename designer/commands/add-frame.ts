import type { Drawing } from '#engine/drawing.ts';
import { defineCommand, refuse } from '../store/command.ts';
import { newId } from './fresh-id.ts';
import { roundNodes } from './places.ts';

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
  fits: ({ selection: { edges, notes, frames, groups } }) =>
    edges.length + notes.length + frames.length + groups.length === 0,
  ask: async ({ state, write, place, places, say }) => {
    const title = await write(say('ask.frame'), { label: say('ask.frameLabel'), most: 120 });
    const { selection } = state();
    const box = roundNodes(places(), selection.nodes) ?? { ...(place() ?? { x: 0, y: 0 }), width: 640, height: 400 };
    return title === null ? null : { id: newId('frame'), ...box, title };
  },
  ways: { canvas: 'draw-frame', outline: ['journey', 'step'], key: 'f' },
});
