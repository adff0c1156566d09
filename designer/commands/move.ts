import { defineCommand } from '../store/command.ts';
import type { Draft, Place } from '../store/draft.ts';
import { called } from './called.ts';

export type Moves = {
  nodes?: Record<string, Place>;
  notes?: Record<string, Place>;
  frames?: Record<string, Place>;
};

/** Puts cards, notes and frames somewhere else on the canvas; what they mean stays the same. */
export const move = defineCommand({
  name: 'move',
  apply: (draft, { nodes = {}, notes = {}, frames = {} }: Moves) => ({
    ...draft,
    layout: { ...draft.layout, ...pickKnown(draft, nodes) },
    drawing: {
      ...draft.drawing,
      notes: draft.drawing.notes.map((note) => (notes[note.id] ? { ...note, ...round(notes[note.id]) } : note)),
      frames: draft.drawing.frames.map((frame) =>
        frames[frame.id] ? { ...frame, ...round(frames[frame.id]) } : frame,
      ),
    },
  }),
  said: (draft, { nodes = {}, notes = {}, frames = {} }) => {
    const moved = Object.keys(nodes);
    const n = moved.length + Object.keys(notes).length + Object.keys(frames).length;
    const [only] = moved;
    return n === 1 && only !== undefined
      ? { code: 'move-one', params: called(draft, only) }
      : { code: 'move', params: { n } };
  },
  // Steps by arrow key are one move.
  together: ({ nodes = {}, notes = {}, frames = {} }) =>
    [nodes, notes, frames].map((moved) => Object.keys(moved).join(' ')).join('|'),
  ways: { canvas: 'drag-card', outline: 'edit-place', key: 'Alt+Arrow' },
});

function pickKnown(draft: Draft, places: Record<string, Place>): Record<string, Place> {
  const ids = new Set(draft.nodes.map(({ id }) => id));
  return Object.fromEntries(Object.entries(places).flatMap(([id, place]) => (ids.has(id) ? [[id, round(place)]] : [])));
}

/** Whole pixels: what a hand places is no more exact. */
const round = (place: Place | undefined) => ({ x: Math.round(place?.x ?? 0), y: Math.round(place?.y ?? 0) });
