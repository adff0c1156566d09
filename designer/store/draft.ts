import type { Drawing } from '#engine/drawing.ts';
import type { Journey } from '#engine/journey.ts';
import type { Comment } from './comment.ts';

/**
 * A journey being drawn: the engine's journey with a drawing that is always there, and what colleagues say about it,
 * which the database keeps apart. Never changed in place; what a command leaves alone stays the same object.
 */
export type Draft = Omit<Journey, 'drawing'> & { drawing: Drawing; comments: Comment[] };
export type Place = { x: number; y: number };

export const emptyDrawing: Drawing = { notes: [], frames: [], groups: [] };

/** The journey as a draft: texts of nothing are left out, so that every draft has one form. */
export function asDraft(journey: Journey, comments: Comment[] = []): Draft {
  return { ...journey, texts: withoutEmpty(journey.texts), drawing: journey.drawing ?? emptyDrawing, comments };
}

/** The draft as the journey that is checked, saved and published: without comments, and without an empty drawing. */
export function journeyOf(draft: Draft): Journey {
  const { comments: _, drawing, ...journey } = draft;
  const drawn = drawing.notes.length + drawing.frames.length + drawing.groups.length > 0;
  return drawn ? { ...journey, drawing } : journey;
}

function withoutEmpty(texts: Journey['texts']): Journey['texts'] {
  const languages = Object.entries(texts).map(
    ([language, nodes]) =>
      [language, Object.fromEntries(Object.entries(nodes).filter(([, text]) => Object.keys(text).length > 0))] as const,
  );
  return Object.fromEntries(languages.filter(([, nodes]) => Object.keys(nodes).length > 0));
}
