import { z } from 'zod';

const id = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/);
/** How far out something may stand on the canvas (px): nobody finds it further out, and browsers cannot draw it. */
export const farthest = 1_000_000;
export const coordinate = z.number().min(-farthest).max(farthest);
const place = { x: coordinate, y: coordinate };
const size = { width: z.number().min(40).max(20_000), height: z.number().min(40).max(20_000) };

/**
 * What only the drawing needs: notes and frames beside the nodes, and groups of nodes that can be shown as one. The
 * engine reads none of it, so drawing is never a new meaning.
 */
export const drawingSchema = z.strictObject({
  notes: z
    .array(z.strictObject({ id, ...place, ...size, text: z.string().max(4_000) }))
    .max(500)
    .default([]),
  frames: z
    .array(z.strictObject({ id, ...place, ...size, title: z.string().max(120) }))
    .max(200)
    .default([]),
  groups: z
    .array(
      z.strictObject({
        id,
        title: z.string().max(120),
        nodes: z.array(id).min(1).max(1_000),
        collapsed: z.boolean().default(true),
      }),
    )
    .max(200)
    .default([]),
});
export type Drawing = z.infer<typeof drawingSchema>;
