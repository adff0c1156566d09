import type { Drawing } from '#engine/drawing.ts';
import { refuse } from '../store/command.ts';
import type { Draft } from '../store/draft.ts';

/** The draft with one note, frame or group rewritten; the same draft where nothing changed. */
export function drawingChange<K extends keyof Drawing>(
  draft: Draft,
  list: K,
  id: string,
  rewrite: (one: Drawing[K][number]) => Drawing[K][number],
) {
  const members: Drawing[K][number][] = draft.drawing[list];
  const at = members.findIndex((one) => one.id === id);
  const one = members[at];
  if (!one) return refuse('no-such-thing', { name: id });
  const after = rewrite(one);
  return after === one ? draft : { ...draft, drawing: { ...draft.drawing, [list]: members.with(at, after) } };
}
