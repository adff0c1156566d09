import { defineCommand } from '../store/command.ts';
import type { Place } from '../store/draft.ts';

/** Lays all cards out anew at the places that were computed for them; without places the drawing finds its own. */
export const tidy = defineCommand({
  name: 'tidy',
  apply: (draft, { places }: { places: Record<string, Place> }) => ({
    ...draft,
    layout: Object.fromEntries(
      draft.nodes.flatMap(({ id }) => {
        const place = places[id];
        return place ? [[id, { x: Math.round(place.x), y: Math.round(place.y) }]] : [];
      }),
    ),
  }),
  said: () => ({ code: 'tidy', params: {} }),
  fits: ({ draft }) => Object.keys(draft.layout).length > 0,
  ask: () => ({ places: {} }),
  ways: { canvas: 'tidy-up', outline: ['journey', 'steps'], key: 'o' },
});
