import { farthest } from '#engine/drawing.ts';
import { defineCommand, refuse } from '../store/command.ts';
import type { Draft, Place } from '../store/draft.ts';
import type { Fragment } from '../store/fragment.ts';
import { pasteBy, readFragment } from '../store/read-fragment.ts';
import { mostNodes } from './add.ts';
import { freshId } from './fresh-id.ts';

/** Puts a piece of this or another journey into the draft, moved by `by`, with names of its own where ours are taken. */
export const paste = defineCommand({
  name: 'paste',
  apply: (draft, { fragment, by }: { fragment: Fragment; by: Place }) => withFragment(draft, fragment, by),
  said: (_, { fragment }) => ({ code: 'paste', params: { n: fragment.nodes.length + fragment.notes.length } }),
  fits: () => true,
  ask: async ({ clipboard, place, tell }) => {
    const text = await clipboard();
    if (text === null) return null;
    const read = readFragment(text);
    if (read.ok) return { fragment: read.fragment, by: pasteBy(read.fragment, place()) };
    return tell(read.problems[0] ?? refuse('paste-no-fragment'));
  },
  ways: { canvas: 'paste-here', outline: ['journey', 'steps', 'step'], key: 'Mod+v' },
});

/** The draft with the piece in it; its lines are kept among its own nodes. */
export function withFragment(draft: Draft, fragment: Fragment, by: Place) {
  if (draft.nodes.length + fragment.nodes.length > mostNodes) return refuse('too-many-nodes', { most: mostNodes });
  const named = namer(new Set(draft.nodes.map(({ id }) => id)));
  const names = new Map(fragment.nodes.map(({ id }) => [id, named(id)]));
  const our = (id: string) => names.get(id) ?? id;
  const noteNamed = namer(new Set(draft.drawing.notes.map(({ id }) => id)));
  const there = <T>(of: Record<string, T>) => Object.entries(of).filter(([id]) => names.has(id));
  const texts = { ...draft.texts };
  for (const [language, of] of Object.entries(fragment.texts)) {
    const pasted = Object.fromEntries(there(of).map(([id, text]) => [our(id), text]));
    if (Object.keys(pasted).length > 0) texts[language] = { ...texts[language], ...pasted };
  }
  return {
    ...draft,
    nodes: [...draft.nodes, ...fragment.nodes.map((node) => ({ ...node, id: our(node.id) }))],
    edges: [
      ...draft.edges,
      ...fragment.edges
        .filter(({ from, to }) => names.has(from) && names.has(to))
        .map(({ from, port, to }) => ({ from: our(from), port, to: our(to) })),
    ],
    texts,
    layout: {
      ...draft.layout,
      ...Object.fromEntries(there(fragment.layout).map(([id, place]) => [our(id), shifted(place, by)])),
    },
    drawing: {
      ...draft.drawing,
      notes: [
        ...draft.drawing.notes,
        ...fragment.notes.map((note) => ({ ...note, ...shifted(note, by), id: noteNamed(note.id) })),
      ],
    },
  };
}

function namer(taken: Set<string>): (id: string) => string {
  return (id) => {
    const name = taken.has(id) ? freshId(id, taken) : id;
    taken.add(name);
    return name;
  };
}

const shifted = ({ x, y }: Place, by: Place): Place => ({ x: within(x + by.x), y: within(y + by.y) });
const within = (place: number) => Math.max(-farthest, Math.min(farthest, Math.round(place)));
