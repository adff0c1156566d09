import { portsOf } from '#engine/node-config.ts';
import { type Change, edgeKey } from './change.ts';
import type { Draft } from './draft.ts';

export const selectable = ['nodes', 'edges', 'notes', 'frames', 'groups'] as const;
type Kind = (typeof selectable)[number];
/** What is selected, by kind and name; edges as `edgeKey` names them: ways out, whether they lead somewhere or not yet. */
export type Selection = Readonly<Record<Kind, readonly string[]>>;

export const nothing: Selection = { nodes: [], edges: [], notes: [], frames: [], groups: [] };
export const selectNodes = (...nodes: string[]): Selection => ({ ...nothing, nodes });

/** The selection without what the draft no longer has; the same object where nothing went. */
export function stillThere(selection: Selection, draft: Draft): Selection {
  const there: Record<Kind, Set<string>> = {
    nodes: new Set(draft.nodes.map(({ id }) => id)),
    edges: new Set(draft.nodes.flatMap((node) => portsOf(node).map(({ id }) => edgeKey(node.id, id)))),
    notes: new Set(draft.drawing.notes.map(({ id }) => id)),
    frames: new Set(draft.drawing.frames.map(({ id }) => id)),
    groups: new Set(draft.drawing.groups.map(({ id }) => id)),
  };
  if (selectable.every((kind) => selection[kind].every((name) => there[kind].has(name)))) return selection;
  return {
    nodes: selection.nodes.filter((name) => there.nodes.has(name)),
    edges: selection.edges.filter((name) => there.edges.has(name)),
    notes: selection.notes.filter((name) => there.notes.has(name)),
    frames: selection.frames.filter((name) => there.frames.has(name)),
    groups: selection.groups.filter((name) => there.groups.has(name)),
  };
}

/** What these changes brought into the draft, so that it can be shown as selected; undefined if nothing. */
export function broughtBy(changes: Change[]): Selection | undefined {
  const came = (...path: string[]) =>
    changes
      .filter((change) => change.was === undefined && change.path.length === path.length + 1)
      .filter((change) => path.every((step, i) => change.path[i] === step))
      .map((change) => change.path.at(-1) ?? '');
  const brought = {
    nodes: came('nodes'),
    edges: [],
    notes: came('drawing', 'notes'),
    frames: came('drawing', 'frames'),
    groups: came('drawing', 'groups'),
  };
  return selectable.some((kind) => brought[kind].length > 0) ? brought : undefined;
}

/** The nodes that these changes touched and that are still there. */
export function touchedBy(changes: Change[], draft: Draft): Selection {
  const ids = changes.flatMap(({ path }) => (path[0] === 'nodes' ? [path[1]] : path[0] === 'texts' ? [path[2]] : []));
  return stillThere(selectNodes(...new Set(ids.filter((id) => id !== undefined))), draft);
}
