import type { Edge, Node } from '#engine/journey.ts';
import type { Drawing } from '../draw.ts';
import type { Draft, Place } from '../store/draft.ts';
import type { Selection } from '../store/selection.ts';
import { asEdge, asNode } from './as-flow.ts';
import type { CardNode } from './flow-card.tsx';
import type { FrameNode } from './flow-frame.tsx';
import type { GroupNode } from './flow-group.tsx';
import type { LineEdge } from './flow-line.tsx';
import type { NoteNode } from './flow-note.tsx';
import { foldGroups, foldLine } from './fold-groups.ts';

export type DraftCard = CardNode & { data: { node: Node; placed: boolean } };
export type FlowNode = DraftCard | NoteNode | FrameNode | GroupNode;
export type Flow = { nodes: FlowNode[]; edges: LineEdge[] };

/** Names of what is drawn beside the nodes, whose own names may be the same. */
export const noteId = (id: string) => `note:${id}`;
export const frameId = (id: string) => `frame:${id}`;
export const groupId = (id: string) => `group:${id}`;

/** A draft as React Flow paints it: frames and groups behind, cards, notes in front. `drawing` says its words and ways. */
export function asFlow(draft: Draft, drawing: Drawing): Flow {
  const folds = foldGroups(draft.drawing.groups, drawing.cards);
  const byId = new Map(draft.nodes.map((node) => [node.id, node]));
  const cards = drawing.cards.flatMap((card): DraftCard[] => {
    const node = byId.get(card.id);
    const flown = asNode(card, { editable: true });
    const placed = Object.hasOwn(draft.layout, card.id);
    return node ? [{ ...flown, data: { ...flown.data, node, placed }, hidden: folds.standsFor.has(card.id) }] : [];
  });
  const frames = draft.drawing.frames.map(
    (frame): FrameNode => ({
      ...boxed(frameId(frame.id), frame),
      type: 'frame',
      data: { frame },
      zIndex: -2,
    }),
  );
  const groups = folds.groups.map(
    ({ group, folded, ...box }): GroupNode => ({
      ...boxed(groupId(group.id), box),
      type: 'group',
      data: { group, folded },
      zIndex: folded ? 0 : -1,
    }),
  );
  const notes = draft.drawing.notes.map(
    (note): NoteNode => ({ ...boxed(noteId(note.id), note), type: 'note', data: { note }, zIndex: 1 }),
  );
  const stands = new Map(drawing.cards.map(({ id, x, y }) => [id, { x, y }]));
  const edges = drawing.edges.map((line): LineEdge => {
    const folded = foldLine(line, folds);
    const edge = asEdge(folded ?? line);
    const [from, to] = [folds.standsFor.get(line.from), folds.standsFor.get(line.to)];
    const ends = [from ?? stands.get(line.from), to ?? stands.get(line.to)] as const;
    return {
      ...edge,
      data: {
        ...line,
        points: folded?.points ?? line.points,
        ends: ends[0] && ends[1] ? [ends[0], ends[1]] : undefined,
      },
      ...(from ? { source: groupId(from.group.id), sourceHandle: null } : {}),
      ...(to ? { target: groupId(to.group.id) } : {}),
      hidden: folded === undefined,
    };
  });
  return { nodes: [...frames, ...groups, ...cards, ...notes], edges };
}

const boxed = (id: string, { x, y, width, height }: Place & { width: number; height: number }) => ({
  id,
  position: { x, y },
  width,
  height,
  measured: { width, height },
});

/** What of a draft React Flow shows: the inverse of `asFlow`. */
export type Shown = {
  nodes: Node[];
  edges: Edge[];
  layout: Record<string, Place>;
  drawing: Draft['drawing'];
};

/** Reads the draft's part back from what is on the canvas, places where things stand now. */
export function fromFlow({ nodes, edges }: Flow): Shown {
  const cards = nodes.filter((node) => node.type === 'card');
  const list = <T extends FlowNode['type']>(type: T) =>
    nodes.filter((node): node is Extract<FlowNode, { type?: T }> => node.type === type);
  return {
    nodes: cards.map(({ data }) => data.node),
    edges: edges.flatMap(({ data }) => (data ? [{ from: data.from, port: data.port, to: data.to }] : [])),
    layout: Object.fromEntries(
      cards.filter(({ data }) => data.placed).map(({ id, position }) => [id, { x: position.x, y: position.y }]),
    ),
    drawing: {
      notes: list('note').map(({ data, position, width = 0, height = 0 }) => ({
        ...data.note,
        ...position,
        width,
        height,
      })),
      frames: list('frame').map(({ data, position, width = 0, height = 0 }) => ({
        ...data.frame,
        ...position,
        width,
        height,
      })),
      groups: list('group').map(({ data }) => data.group),
    },
  };
}

/** The names on the canvas of what is selected. */
export function selectedIds({ nodes, notes, frames, groups }: Selection): string[] {
  return [...nodes, ...notes.map(noteId), ...frames.map(frameId), ...groups.map(groupId)];
}

/** What is selected, by the names on the canvas. */
export function selectionOf(ids: readonly string[], edges: readonly string[]): Selection {
  const of = (prefix: string) =>
    ids.filter((id) => id.startsWith(`${prefix}:`)).map((id) => id.slice(prefix.length + 1));
  return {
    nodes: ids.filter((id) => !id.includes(':')),
    edges: [...edges],
    notes: of('note'),
    frames: of('frame'),
    groups: of('group'),
  };
}
