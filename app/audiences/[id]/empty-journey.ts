import { type Journey, journeySchema } from '#engine/journey.ts';

/** A journey of nothing: an audience stands in none, and the inspector's controls ask for one. */
export const emptyJourney: Journey = journeySchema.parse({
  cauce: 1,
  slug: 'destinatarios',
  title: '-',
  nodes: [],
  edges: [],
});
