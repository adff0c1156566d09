import type { Node } from '#engine/journey.ts';
import { portsOf } from '#engine/node-config.ts';
import type { DraftState } from '../store/draft-store.ts';
import { selectable } from '../store/selection.ts';

/** Whether nothing is selected: what is done then is done to the journey. */
export const emptyHanded = ({ selection }: DraftState) => selectable.every((kind) => selection[kind].length === 0);

/** The one node that is selected, alone; undefined if none or several. */
export function nodeInHand({ selection, draft }: DraftState): Node | undefined {
  const { nodes } = selection;
  const alone = nodes.length === 1 && selection.notes.length + selection.frames.length + selection.groups.length === 0;
  return alone ? draft.nodes.find(({ id }) => id === nodes[0]) : undefined;
}

export type WayOut = { from: string; port: string; to: string | undefined };

/** The one way out that is selected, and where it leads. */
export function wayInHand({ selection, draft }: DraftState): WayOut | undefined {
  const [key] = selection.edges;
  return key !== undefined && selection.edges.length === 1 && selection.nodes.length === 0
    ? wayOut(draft, key)
    : undefined;
}

/** A way out by its key. */
export function wayOut({ edges }: DraftState['draft'], key: string): WayOut {
  const dot = key.indexOf('.');
  const [from, port] = [key.slice(0, dot), key.slice(dot + 1)];
  return { from, port, to: edges.find((edge) => edge.from === from && edge.port === port)?.to };
}

/** The way out in hand; else the first one of the node in hand that leads nowhere, or its first. */
export function nextWay(state: DraftState): WayOut | undefined {
  const way = wayInHand(state);
  const node = nodeInHand(state);
  if (way || !node) return way;
  const ways = portsOf(node).map(({ id }) => wayOut(state.draft, `${node.id}.${id}`));
  return ways.find(({ to }) => to === undefined) ?? ways[0];
}

/** The one note, frame or group that is selected. */
export function drawnInHand<K extends 'notes' | 'frames' | 'groups'>({ selection, draft }: DraftState, kind: K) {
  const [id] = selection[kind];
  const one = selection[kind].length === 1 && id !== undefined;
  type One = (typeof draft.drawing)[K][number];
  const list: One[] = draft.drawing[kind];
  return one ? list.find((drawn) => drawn.id === id) : undefined;
}
