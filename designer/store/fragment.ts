import { z } from 'zod';
import { drawingSchema } from '#engine/drawing.ts';
import { journeySchema } from '#engine/journey.ts';
import { type Draft, journeyOf } from './draft.ts';
import type { Selection } from './selection.ts';

const { nodes, edges, texts, layout } = journeySchema.shape;

/** A piece of a journey, as it is copied to the clipboard: nodes with their texts and places, the lines between them, notes. */
export const fragmentSchema = z.strictObject({
  'cauce-fragment': z.literal(1),
  nodes,
  edges,
  texts,
  layout,
  notes: drawingSchema.shape.notes,
});
export type Fragment = z.infer<typeof fragmentSchema>;

/** What is selected, as a piece that can be pasted into this or another journey. */
export function fragmentOf(draft: Draft, selection: Pick<Selection, 'nodes' | 'notes'>): Fragment {
  const ids = new Set(selection.nodes);
  const ours = <T>(entries: Record<string, T>) =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => ids.has(id)));
  return {
    'cauce-fragment': 1,
    nodes: draft.nodes.filter(({ id }) => ids.has(id)),
    edges: draft.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    texts: Object.fromEntries(
      Object.entries(draft.texts)
        .map(([language, of]) => [language, ours(of)] as const)
        .filter(([, of]) => Object.keys(of).length > 0),
    ),
    layout: ours(draft.layout),
    notes: draft.drawing.notes.filter(({ id }) => selection.notes.includes(id)),
  };
}

/** A whole journey as a piece, so that a file can be pasted like a selection. */
export function fragmentOfAll(draft: Draft): Fragment {
  const { drawing } = journeyOf(draft);
  return fragmentOf(draft, {
    nodes: draft.nodes.map(({ id }) => id),
    notes: (drawing?.notes ?? []).map(({ id }) => id),
  });
}
