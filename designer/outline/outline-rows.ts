import { parseConfig, portsOf } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { inFlowOrder } from '../flow-order.ts';
import { edgeKey } from '../store/change.ts';
import type { Row } from '../store/command.ts';
import { openThreads } from '../store/comment.ts';
import type { Draft } from '../store/draft.ts';
import { nothing, type Selection } from '../store/selection.ts';

/** One row of the outline: what it stands for, what is selected when it has the focus, and what lies under it. */
export type OutlineRow = {
  key: string;
  row: Row;
  level: 1 | 2 | 3;
  selects: Selection;
  /** Whether rows lie under it. */
  opens: boolean;
  /** Steps count from 1 in flow order; the other rows carry the place within their own kind. */
  position: number;
  size: number;
  /** What the row's words are made of. */
  of: { node?: string; port?: string; language?: string; channel?: string; comment?: string; id?: string };
};

/**
 * The whole draft as rows: the journey's card, its steps in flow order with their ways out, texts and open comments under
 * them, and what only the drawing has. `open` says which rows show what lies under them.
 */
export function outlineRows(draft: Draft, open: ReadonlySet<string>): OutlineRow[] {
  const steps = inFlowOrder(draft);
  const rows: OutlineRow[] = [row('journey', 'journey', 1, {})];
  rows.push({ ...row('steps', 'steps', 1, {}), opens: steps.length > 0 });
  if (open.has('steps'))
    steps.forEach(({ id }, i) => {
      const under = underStep(draft, id);
      rows.push({
        ...row(`step ${id}`, 'step', 2, { node: id }, { nodes: [id] }),
        opens: under.length > 0,
        position: i + 1,
        size: steps.length,
      });
      if (open.has(`step ${id}`)) rows.push(...under);
    });
  const drawn = drawnRows(draft);
  return [...rows, ...drawn];
}

/** The rows that are open at first: the list of steps. */
export const openAtFirst: ReadonlySet<string> = new Set(['steps']);

function underStep(draft: Draft, id: string): OutlineRow[] {
  const node = draft.nodes.find((one) => one.id === id);
  if (!node) return [];
  const ways = portsOf(node).map(({ id: port }) =>
    row(`way ${edgeKey(id, port)}`, 'way', 3, { node: id, port }, { edges: [edgeKey(id, port)] }),
  );
  const kind = kindOf(node.kind);
  const config = kind && parseConfig(kind, node);
  const channels = config?.ok ? (kind?.speaks?.(config.config) ?? []) : [];
  const texts = draft.languages.flatMap((language) =>
    channels.map((channel) =>
      row(`text ${id} ${language} ${channel}`, 'text', 3, { node: id, language, channel }, { nodes: [id] }),
    ),
  );
  const threads = openThreads(draft.comments)
    .filter((comment) => comment.node === id)
    .map((comment) => row(`thread ${comment.id}`, 'thread', 3, { node: id, comment: comment.id }, { nodes: [id] }));
  return counted([...ways, ...texts, ...threads]);
}

function drawnRows({ drawing }: Draft): OutlineRow[] {
  return [
    ...counted(drawing.groups.map(({ id }) => row(`group ${id}`, 'group', 1, { id }, { groups: [id] }))),
    ...counted(drawing.frames.map(({ id }) => row(`frame ${id}`, 'frame', 1, { id }, { frames: [id] }))),
    ...counted(drawing.notes.map(({ id }) => row(`note ${id}`, 'note', 1, { id }, { notes: [id] }))),
  ];
}

function row(
  key: string,
  kind: Row,
  level: 1 | 2 | 3,
  of: OutlineRow['of'],
  selects: Partial<Selection> = {},
): OutlineRow {
  return { key, row: kind, level, selects: { ...nothing, ...selects }, opens: false, position: 1, size: 1, of };
}

const counted = (rows: OutlineRow[]) => rows.map((one, i) => ({ ...one, position: i + 1, size: rows.length }));
