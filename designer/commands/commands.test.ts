import { describe, expect, test } from 'vitest';
import es from '#locales/es.json' with { type: 'json' };
import { allCommands, commandOfKey, doAtDesk, menuOf } from '../desk/at-desk.ts';
import type { Desk } from '../desk/desk.ts';
import { outlineRows } from '../outline/outline-rows.ts';
import type { Say } from '../say.ts';
import { base } from '../store/draft.fixture.ts';
import type { Draft } from '../store/draft.ts';
import { draftStore } from '../store/draft-store.ts';
import { fragmentOf } from '../store/fragment.ts';
import { nothing, type Selection } from '../store/selection.ts';
import type { CommandName } from './index.ts';

/** A draft in which there is something of everything. */
const rich: Draft = {
  ...base,
  layout: { n2: { x: 0, y: 100 }, n3: { x: 40, y: 300 } },
  drawing: {
    notes: [{ id: 'note1', x: 0, y: 0, width: 200, height: 100, text: 'Preguntar a educación' }],
    frames: [{ id: 'frame1', x: 0, y: 0, width: 400, height: 300, title: 'Apertura' }],
    groups: [{ id: 'group1', title: 'Avisos', nodes: ['n2', 'n4'], collapsed: false }],
  },
  comments: [{ id: crypto.randomUUID(), node: 'n2', text: '¿Y sin móvil?', by: 'Ana', at: '2026-03-02T09:00:00Z' }],
};

const say: Say = Object.assign((key: string) => key, { has: () => false, locale: 'es' });

/** An official who answers every question with the last thing offered, or with new words. */
function desk(state: Desk['state'], opened: string[]): Desk {
  return {
    state,
    say,
    me: 'Luis',
    now: () => '2026-03-02T10:00:00Z',
    uuid: () => crypto.randomUUID(),
    place: () => ({ x: 10, y: 10 }),
    places: () => ({ n1: { x: 0, y: 0 }, ...rich.layout }),
    arrow: null,
    choose: async (_, options) => options.at(-1)?.key ?? null,
    write: async (_, { value = '' }) => `${value} y más`,
    measure: async (_, numbers) =>
      Object.fromEntries(Object.entries(numbers).map(([name, n]) => [name, Number(n) + 50])) as typeof numbers,
    clipboard: async () => JSON.stringify(fragmentOf(rich, { nodes: ['n2'], notes: [] })),
    tell: (problem) => {
      throw new Error(problem.code);
    },
    inspect: (part) => {
      opened.push(part);
      return null;
    },
  };
}

/** Commands that open a form, which runs them itself. */
const inForms: Partial<Record<CommandName, string>> = {
  'edit-config': 'config',
  'edit-text': 'texts',
  'edit-setting': 'settings',
  'edit-exits': 'goals',
  'edit-variables': 'variables',
  'edit-walks': 'walks',
};

const several: Selection = { ...nothing, nodes: ['n2', 'n3'] };
const rows = outlineRows(rich, new Set(['steps', 'step n1', 'step n2', 'step n3', 'step n4']));

describe.each(allCommands.map(({ name, ways, fits }) => ({ name, ways, fits })))('$name', ({ name, ways, fits }) => {
  const selections = [...rows.filter(({ row }) => ways.outline.includes(row)).map(({ selects }) => selects), several];
  const selects = selections.find((selection) => fits({ ...draftStore({ draft: rich, selection }).getSnapshot() }));

  test('is offered by a row of the outline, and does there what it says', async () => {
    const store = draftStore({ draft: rich, selection: selects ?? nothing });
    const row = rows.find(({ row: kind }) => ways.outline.includes(kind))!;
    expect(menuOf(row.row, store.getSnapshot()).map((command) => command.name)).toContain(name);
    const opened: string[] = [];
    expect(await doAtDesk(name, desk(store.getSnapshot, opened), store)).toBeNull();
    if (inForms[name]) expect(opened).toEqual([inForms[name]]);
    else expect(Object.keys(es.said)).toContain(store.getSnapshot().last?.step.said.code);
    if (!inForms[name]) expect(store.getSnapshot().draft).not.toBe(rich);
  });

  test('is reached by its key, which means nothing else there', () => {
    const state = draftStore({ draft: rich, selection: selects ?? nothing }).getSnapshot();
    const parts = ways.key.split('+');
    const last = parts.at(-1) ?? '';
    const pressed = {
      key: last === 'Arrow' ? 'ArrowUp' : parts.includes('Shift') && last.length === 1 ? last.toUpperCase() : last,
      ctrlKey: parts.includes('Mod'),
      metaKey: false,
      altKey: parts.includes('Alt'),
      shiftKey: parts.includes('Shift'),
    };
    expect(commandOfKey(pressed, state)).toBe(name);
    expect(allCommands.filter((other) => other.ways.key === ways.key && other.fits(state))).toHaveLength(1);
  });

  test('has a name for menus and a sentence for the history', () => {
    expect(Object.keys(es.command)).toContain(name);
  });

  test('called off, it changes nothing', async () => {
    const store = draftStore({ draft: rich, selection: selects ?? nothing });
    const off = {
      choose: async () => null,
      write: async () => null,
      measure: async () => null,
      clipboard: async () => null,
    };
    const asks = !['remove', 'disconnect', 'duplicate', 'ungroup', 'collapse', 'tidy', 'resolve'].includes(name);
    await doAtDesk(name, { ...desk(store.getSnapshot, []), ...off }, store);
    if (asks) expect(store.getSnapshot().draft).toBe(rich);
  });
});
