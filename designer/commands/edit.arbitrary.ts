import * as fc from 'fast-check';
import { portsOf } from '#engine/node-config.ts';
import { kinds } from '#engine/nodes/index.ts';
import type { Problem } from '#engine/problem.ts';
import type { Command } from '../store/command.ts';
import type { Draft } from '../store/draft.ts';
import type { DraftStore } from '../store/draft-store.ts';
import { fragmentOf } from '../store/fragment.ts';
import { nothing } from '../store/selection.ts';
import { freshId } from './fresh-id.ts';
import { type CommandName, commands } from './index.ts';

/** What an official might do next, as plain data: which command, and the chances its params are drawn from. */
export type Edit = { name: CommandName; numbers: number[] };

export const editArbitrary = (): fc.Arbitrary<Edit> =>
  fc.record({
    name: fc.constantFrom(...commands.map(({ name }) => name)),
    numbers: fc.array(fc.nat(9_999), { minLength: 12, maxLength: 12 }),
  });

/** Runs the edit on a draft as it stands, with params that fit it more often than not. */
export function runEdit(store: DraftStore, { name, numbers }: Edit): Problem | null {
  const command = commands.find((one) => one.name === name) as unknown as Command; // its maker gives what it takes
  return store.run(command, makers[name](store.getSnapshot().draft, chooser(numbers)) as never);
}

type Choose = { from: <T>(list: readonly T[]) => T | undefined; number: (below: number) => number };

function chooser(numbers: number[]): Choose {
  let at = 0;
  const number = (below: number) => (numbers[at++ % numbers.length] ?? 0) % Math.max(1, below);
  return { number, from: (list) => list[number(list.length)] };
}

const ids = (draft: Draft) => draft.nodes.map(({ id }) => id);
const place = ({ number }: Choose) => ({ x: number(2_000), y: number(2_000) });
const box = (choose: Choose) => ({
  ...place(choose),
  width: 100 + choose.number(300),
  height: 80 + choose.number(300),
});
const some = (list: string[], { number }: Choose) => list.filter(() => number(3) === 0);
const words = ({ number }: Choose) => ['', 'Aviso', 'Segundo aviso', 'Ñandú ’<b>’', 'x'.repeat(30)][number(5)] ?? '';

function newNode(draft: Draft, choose: Choose) {
  const kind = choose.from(kinds)?.kind ?? 'end';
  const taken = new Set(ids(draft));
  return { id: freshId(kind, taken), kind, at: choose.number(2) ? place(choose) : null };
}

function way(draft: Draft, choose: Choose) {
  const node = choose.from(draft.nodes);
  return { from: node?.id ?? 'gone', port: (node && choose.from(portsOf(node))?.id) ?? 'done' };
}

const uuid = ({ number }: Choose) => `00000000-0000-4000-8000-${String(number(40)).padStart(12, '0')}`;
const at = '2026-03-02T09:00:00Z';

const makers: Record<CommandName, (draft: Draft, choose: Choose) => unknown> = {
  add: newNode,
  insert: (draft, choose) => ({ ...newNode(draft, choose), ...way(draft, choose) }),
  connect: (draft, choose) => ({ ...way(draft, choose), to: choose.from(ids(draft)) ?? 'gone' }),
  reconnect: (draft, choose) => ({
    line: choose.from(draft.edges) ?? way(draft, choose),
    to: { ...way(draft, choose), to: choose.from(ids(draft)) ?? 'gone' },
  }),
  disconnect: (draft, choose) => choose.from(draft.edges) ?? way(draft, choose),
  'edit-config': (draft, choose) => {
    const node = choose.from(draft.nodes);
    const field = choose.from(Object.keys(node?.config ?? {})) ?? 'title';
    return {
      node: node?.id ?? 'gone',
      path: [field],
      value: choose.from([undefined, 7, 'P3D', [], node?.config[field]]),
    };
  },
  'edit-text': (draft, choose) => ({
    language: choose.from(['es', 'ca', 'eu']),
    node: choose.from(ids(draft)) ?? 'gone',
    channel: choose.from(['sms', 'email']),
    text: choose.number(3) ? { body: words(choose) } : null,
  }),
  rename: (draft, choose) => ({ node: choose.from(ids(draft)) ?? 'gone', title: words(choose) }),
  annotate: (draft, choose) => ({ node: choose.from(ids(draft)) ?? 'gone', note: words(choose) }),
  relocate: (draft, choose) => ({ node: choose.from(ids(draft)) ?? 'gone', ...way(draft, choose) }),
  remove: (draft, choose) => ({
    nodes: some(ids(draft), choose).slice(0, 2),
    edges: some(
      draft.edges.map(({ from, port }) => `${from}.${port}`),
      choose,
    ).slice(0, 1),
    notes: some(
      draft.drawing.notes.map(({ id }) => id),
      choose,
    ),
    frames: some(
      draft.drawing.frames.map(({ id }) => id),
      choose,
    ),
    groups: some(
      draft.drawing.groups.map(({ id }) => id),
      choose,
    ),
  }),
  paste: (draft, choose) => ({
    fragment: fragmentOf(draft, { ...nothing, nodes: some(ids(draft), choose).slice(0, 3), notes: [] }),
    by: place(choose),
  }),
  duplicate: (draft, choose) => ({
    nodes: some(ids(draft), choose).slice(0, 2),
    notes: draft.drawing.notes.map(({ id }) => id).slice(0, 1),
  }),
  move: (draft, choose) => ({
    nodes: Object.fromEntries(some(ids(draft), choose).map((id) => [id, place(choose)])),
    notes: Object.fromEntries(draft.drawing.notes.slice(0, 1).map(({ id }) => [id, place(choose)])),
  }),
  align: (draft, choose) => ({ nodes: some(ids(draft), choose), as: choose.from(['column', 'row']) }),
  tidy: (draft, choose) => ({ places: Object.fromEntries(some(ids(draft), choose).map((id) => [id, place(choose)])) }),
  'add-note': (draft, choose) => ({
    id: freshId('note', new Set(draft.drawing.notes.map(({ id }) => id))),
    ...box(choose),
    text: words(choose),
  }),
  'edit-note': (draft, choose) => ({ note: choose.from(draft.drawing.notes)?.id ?? 'gone', text: words(choose) }),
  'add-frame': (draft, choose) => ({
    id: freshId('frame', new Set(draft.drawing.frames.map(({ id }) => id))),
    ...box(choose),
    title: words(choose),
  }),
  'edit-frame': (draft, choose) => ({ frame: choose.from(draft.drawing.frames)?.id ?? 'gone', title: words(choose) }),
  resize: (draft, choose) =>
    choose.number(2)
      ? { list: 'notes', id: choose.from(draft.drawing.notes)?.id ?? 'gone', box: box(choose) }
      : { list: 'frames', id: choose.from(draft.drawing.frames)?.id ?? 'gone', box: box(choose) },
  group: (draft, choose) => ({
    id: freshId('group', new Set(draft.drawing.groups.map(({ id }) => id))),
    title: words(choose),
    nodes: some(ids(draft), choose),
  }),
  ungroup: (draft, choose) => ({ group: choose.from(draft.drawing.groups)?.id ?? 'gone' }),
  collapse: (draft, choose) => ({
    group: choose.from(draft.drawing.groups)?.id ?? 'gone',
    collapsed: choose.number(2) === 0,
  }),
  'edit-setting': (_, choose) =>
    choose.from([
      { setting: 'title', value: words(choose) },
      { setting: 'purpose', value: undefined },
      { setting: 'languages', value: ['es', 'ca'] },
      { setting: 'basis', value: { kind: 'public-task', norm: words(choose) } },
    ]),
  'edit-exits': (draft, choose) => ({
    list: choose.from(['stops', 'goals']),
    exits: choose.from([
      [],
      draft.stops.toReversed(),
      [{ id: `e${choose.number(5)}`, title: 'Fin', event: 'filed', outcome: 'filed' }],
      [...draft.goals, { id: 'last', title: 'Otro', event: 'moved', outcome: 'left' }],
    ]),
  }),
  'edit-variables': (draft, choose) => ({
    variables: choose.from([
      draft.variables.toReversed(),
      draft.variables.slice(1),
      [...draft.variables, { name: `v${choose.number(30)}`, type: 'text' }],
    ]),
  }),
  'edit-walks': (draft, choose) => ({
    walks: choose.from([
      [],
      (draft.walks ?? []).slice(1),
      [
        ...(draft.walks ?? []).slice(0, 3),
        {
          id: `w${choose.number(30)}`,
          title: words(choose) || 'Prueba',
          trigger: choose.from(ids(draft)) ?? 'gone',
          starts: '2026-03-04T09:00:00Z',
          person: { citizen: { givenName: 'Ana' } },
          happens: [],
          lasts: 'P1D',
          ends: { outcome: null },
        },
      ],
    ]),
  }),
  comment: (draft, choose) => ({
    id: uuid(choose),
    node: choose.from(ids(draft)) ?? 'gone',
    text: 'Visto',
    by: 'Ana',
    at,
  }),
  resolve: (draft, choose) => ({
    comment: choose.from(draft.comments)?.id ?? 'gone',
    resolved: choose.number(2) ? { by: 'Luis', at } : null,
  }),
};
