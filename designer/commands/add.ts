import { kindOf } from '#engine/nodes/index.ts';
import { emptyHanded } from '../desk/in-hand.ts';
import { kindOptions } from '../desk/options.ts';
import { defineCommand, refuse } from '../store/command.ts';
import type { Draft, Place } from '../store/draft.ts';
import { newId } from './fresh-id.ts';

/** Draws a new node with its kind's first config, at a place or wherever tidying puts it. */
export const add = defineCommand({
  name: 'add',
  apply: (draft, params: NewNode) => withNode(draft, params),
  said: (_, { kind }) => ({ code: 'add', params: { kind } }),
  fits: emptyHanded,
  ask: async ({ choose, place, say }) => {
    const kind = await choose(say('ask.kind'), kindOptions(say, { inside: false }));
    return kind === null ? null : { id: newId(kind), kind, at: place() };
  },
  ways: { canvas: 'drop-from-palette', outline: ['journey', 'steps'], key: 'n' },
});

export type NewNode = { id: string; kind: string; at: Place | null; title?: string; config?: Record<string, unknown> };
export const mostNodes = 1_000;

/** The draft with one node more, not yet connected. */
export function withNode(draft: Draft, { id, kind, at, title, config }: NewNode) {
  const known = kindOf(kind);
  if (!known) return refuse('unknown-kind', { kind });
  if (draft.nodes.some((node) => node.id === id)) return refuse('node-twice', {}, id);
  if (draft.nodes.length >= mostNodes) return refuse('too-many-nodes', { most: mostNodes });
  const node = { id, kind, ...(title ? { title } : {}), config: config ?? known.starter };
  return {
    ...draft,
    nodes: [...draft.nodes, node],
    layout: at ? { ...draft.layout, [id]: at } : draft.layout,
  };
}
