import { emptyHanded } from '../desk/in-hand.ts';
import { edgeKey } from '../store/change.ts';
import { defineCommand } from '../store/command.ts';
import type { Selection } from '../store/selection.ts';
import { called } from './called.ts';
import { rejoined } from './rejoin.ts';

/** Takes away what is selected: nodes with their texts, re-joining the flow, lines, notes, frames; a group only as a group. */
export const remove = defineCommand({
  name: 'remove',
  apply: (draft, { nodes, edges, notes, frames, groups }: Selection) => {
    const going = new Set(nodes);
    const lines = new Set(edges);
    const stays = ([id]: [string, unknown]) => !going.has(id);
    return {
      ...draft,
      nodes: draft.nodes.filter(({ id }) => !going.has(id)),
      edges: rejoined(draft, going).filter(({ from, port }) => !lines.has(edgeKey(from, port))),
      layout: Object.fromEntries(Object.entries(draft.layout).filter(stays)),
      texts: Object.fromEntries(
        Object.entries(draft.texts)
          .map(([language, of]) => [language, Object.fromEntries(Object.entries(of).filter(stays))] as const)
          .filter(([, of]) => Object.keys(of).length > 0),
      ),
      drawing: {
        notes: draft.drawing.notes.filter(({ id }) => !notes.includes(id)),
        frames: draft.drawing.frames.filter(({ id }) => !frames.includes(id)),
        groups: draft.drawing.groups
          .filter(({ id }) => !groups.includes(id))
          .map((group) => ({ ...group, nodes: group.nodes.filter((id) => !going.has(id)) }))
          .filter((group) => group.nodes.length > 0),
      },
    };
  },
  said: (draft, { nodes, edges, notes, frames, groups }) => {
    const n = nodes.length + edges.length + notes.length + frames.length + groups.length;
    const [only] = nodes;
    return n === 1 && only !== undefined
      ? { code: 'remove-one', params: called(draft, only) }
      : { code: 'remove', params: { n } };
  },
  fits: (state) => !emptyHanded(state),
  ask: ({ state }) => state().selection,
  ways: { canvas: 'delete-selected', outline: ['step', 'way', 'note', 'frame', 'group'], key: 'Delete' },
});
