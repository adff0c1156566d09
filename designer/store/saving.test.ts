import { expect, test } from 'vitest';
import { check } from '#engine/check.ts';
import { connect } from '../commands/connect.ts';
import { editText } from '../commands/edit-text.ts';
import { remove } from '../commands/remove.ts';
import { rename } from '../commands/rename.ts';
import { base } from './draft.fixture.ts';
import { type Draft, journeyOf } from './draft.ts';
import type { DraftDoor, Stored } from './draft-door.ts';
import { draftStore } from './draft-store.ts';
import { saving } from './saving.ts';
import { selectNodes } from './selection.ts';

/** A house of one draft, whose line can be cut. */
function house(draft: Draft) {
  let stored: Stored = { version: 1, draft, by: 'Ana' };
  const state = { reachable: true, saves: 0 };
  const door = (by: string): DraftDoor => ({
    read: async () => (state.reachable ? stored : null),
    save: async ({ version, draft: sent }) => {
      await Promise.resolve();
      if (!state.reachable) return { is: 'unreachable' };
      if (version !== stored.version) return { is: 'stale', stored };
      state.saves++;
      stored = { version: version + 1, draft: sent, by };
      return { is: 'saved', version: stored.version };
    },
  });
  return { state, door, stored: () => stored };
}

const checker = async (draft: Draft) => check(journeyOf(draft), { catalogue: [] });

function desk(at: ReturnType<typeof house>, by: string) {
  const store = draftStore({ draft: at.stored().draft });
  const kept = saving({ store, stored: at.stored(), door: at.door(by), check: checker, pause: 5, retry: 20 });
  const until = async (is: string) => {
    for (let i = 0; i < 400 && kept.getSnapshot().is !== is; i++) await new Promise((go) => setTimeout(go, 5));
    expect(kept.getSnapshot().is).toBe(is);
  };
  return { store, kept, until };
}

const title = (draft: Draft, id: string) => draft.nodes.find((node) => node.id === id)?.title;

test('work is saved when its author pauses, many steps at once', async () => {
  const at = house(base);
  const { store, until } = desk(at, 'Ana');
  for (const name of ['U', 'Un', 'Uno']) store.run(rename, { node: 'n2', title: name });
  await until('saved');
  expect(title(at.stored().draft, 'n2')).toBe('Uno');
  expect(at.state.saves).toBe(1);
});

test('without a network work goes on, says so, and is saved when it comes back', async () => {
  const at = house(base);
  const { store, until } = desk(at, 'Ana');
  at.state.reachable = false;
  store.run(rename, { node: 'n2', title: 'Sin red' });
  await until('offline');
  store.run(rename, { node: 'n4', title: 'También' });
  expect(title(store.getSnapshot().draft, 'n4')).toBe('También');
  at.state.reachable = true;
  await until('saved');
  expect(title(at.stored().draft, 'n4')).toBe('También');
});

test('what was undone before it was saved leaves nothing to save, and it is said', async () => {
  const at = house(base);
  const { store, kept, until } = desk(at, 'Ana');
  store.run(rename, { node: 'n2', title: 'Uno' });
  expect(kept.getSnapshot().is).toBe('unsaved');
  store.undo();
  await until('saved');
  at.state.reachable = false;
  store.run(rename, { node: 'n2', title: 'Sin red' });
  await until('offline');
  store.undo();
  await until('saved');
  expect(at.state.saves).toBe(0);
});

test('what is written while the house is asked what others did is saved, whether or not it answers', async () => {
  const at = house(base);
  const { store, kept, until } = desk(at, 'Ana');
  at.state.reachable = false;
  kept.heard(2);
  store.run(rename, { node: 'n2', title: 'Uno' });
  at.state.reachable = true;
  await until('unsaved');
  await until('saved');
  expect(title(at.stored().draft, 'n2')).toBe('Uno');
});

test('two officials at once: what does not touch is merged on both desks', async () => {
  const at = house(base);
  const [ana, luis] = [desk(at, 'Ana'), desk(at, 'Luis')];
  ana.store.run(rename, { node: 'n2', title: 'De Ana' });
  luis.store.run(rename, { node: 'n4', title: 'De Luis' });
  await Promise.all([ana.until('saved'), luis.until('saved')]);
  for (const { kept } of [ana, luis]) kept.heard(at.stored().version);
  await new Promise((go) => setTimeout(go, 50));
  for (const { store } of [ana, luis]) {
    expect(title(store.getSnapshot().draft, 'n2')).toBe('De Ana');
    expect(title(store.getSnapshot().draft, 'n4')).toBe('De Luis');
  }
});

test('what both changed is asked about and saved by nobody until answered', async () => {
  const at = house(base);
  const [ana, luis] = [desk(at, 'Ana'), desk(at, 'Luis')];
  const write = (body: string) =>
    ({ language: 'es', node: 'n2', channel: 'letter', text: { subject: 'Aviso', body } }) as const;
  ana.store.run(editText, write('De Ana'));
  await ana.until('saved');
  luis.store.run(editText, write('De Luis'));
  await luis.until('asking');
  expect(at.stored().draft.texts['es']?.['n2']?.['letter']?.body).toBe('De Ana');
  expect(luis.kept.getSnapshot()).toMatchObject({ by: 'Ana', conflicts: [{ path: ['texts', 'es', 'n2', 'letter'] }] });
  await luis.kept.answer({ 'texts/es/n2/letter': 'mine' });
  await luis.until('saved');
  expect(at.stored().draft.texts['es']?.['n2']?.['letter']?.body).toBe('De Luis');
});

test('a merge with a problem that neither side had is shown before it is saved', async () => {
  const at = house(base);
  const [ana, luis] = [desk(at, 'Ana'), desk(at, 'Luis')];
  ana.store.run(remove, selectNodes('n4'));
  await ana.until('saved');
  luis.store.run(connect, { from: 'n2', port: 'reached', to: 'n4' });
  await luis.until('asking');
  expect(luis.kept.getSnapshot()).toMatchObject({ problems: [{ code: 'edge-to-nowhere', node: 'n2' }] });
  expect(at.state.saves).toBe(1);
  luis.store.undo();
  await luis.kept.answer({});
  await luis.until('saved');
});
