import { defineCommand } from '../store/command.ts';
import type { Draft, Place } from '../store/draft.ts';
import { called } from './called.ts';
import { selectedPlaces, shifted, stepTowards } from './places.ts';

export type Moves = {
  /** Where cards stand that no hand has placed yet: kept there, so that placing one does not move the others. */
  stay?: Record<string, Place>;
  nodes?: Record<string, Place>;
  notes?: Record<string, Place>;
  frames?: Record<string, Place>;
};

/** Puts cards, notes and frames somewhere else on the canvas; what they mean stays the same. */
export const move = defineCommand({
  name: 'move',
  apply: (draft, { stay = {}, nodes = {}, notes = {}, frames = {} }: Moves) => ({
    ...draft,
    layout: { ...pickKnown(draft, stay), ...draft.layout, ...pickKnown(draft, nodes) },
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
  fits: ({ selection: { nodes, notes, frames } }) => nodes.length + notes.length + frames.length > 0,
  ask: async (desk) => {
    const { selection, draft } = desk.state();
    const stay = desk.places();
    const at = selectedPlaces(draft, selection, stay);
    const [first] = [...Object.values(at.nodes), ...Object.values(at.notes), ...Object.values(at.frames)];
    if (!first) return null;
    const to = desk.arrow
      ? stepTowards(first, desk.arrow)
      : await desk.measure(desk.say('ask.place'), { x: first.x, y: first.y });
    if (!to) return null;
    const by = { x: to.x - first.x, y: to.y - first.y };
    return { stay, nodes: shifted(at.nodes, by), notes: shifted(at.notes, by), frames: shifted(at.frames, by) };
  },
  ways: { canvas: 'drag-card', outline: ['step', 'note', 'frame'], key: 'Alt+Arrow' },
});

function pickKnown(draft: Draft, places: Record<string, Place>): Record<string, Place> {
  const ids = new Set(draft.nodes.map(({ id }) => id));
  return Object.fromEntries(Object.entries(places).flatMap(([id, place]) => (ids.has(id) ? [[id, round(place)]] : [])));
}

/** Whole pixels: what a hand places is no more exact. */
const round = (place: Place | undefined) => ({ x: Math.round(place?.x ?? 0), y: Math.round(place?.y ?? 0) });
