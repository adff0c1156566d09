import { expect, test } from 'vitest';
import { rename } from '../commands/rename.ts';
import { base } from './draft.fixture.ts';
import type { DraftDoor, Stored } from './draft-door.ts';
import { type Kept, openDraft } from './opened-draft.ts';
import type { Shelf } from './shelf.ts';

/** A shelf as IndexedDB is one: what is put is copied. */
function shelf(): Shelf<Kept> {
  const kept = new Map<string, string>();
  return {
    get: async (key) => (kept.has(key) ? (JSON.parse(kept.get(key)!) as Kept) : undefined),
    put: async (key, value) => void kept.set(key, JSON.stringify(value)),
    remove: async (key) => void kept.delete(key),
  };
}

const cut: DraftDoor = { read: async () => null, save: async () => ({ is: 'unreachable' }) };
const check = async () => [];
const title = (draft: Stored['draft']) => draft.nodes.find(({ id }) => id === 'n2')?.title;

test('work and its steps back outlive a reload, with or without a network', async () => {
  const on = shelf();
  const stored = { version: 1, draft: base, by: 'Ana' };
  const first = await openDraft({ key: 'j', stored, shelf: on, door: cut, check });
  first.store.run(rename, { node: 'n2', title: 'Antes de recargar' });
  first.close();
  const again = await openDraft({ key: 'j', stored, shelf: on, door: cut, check });
  expect(title(again.store.getSnapshot().draft)).toBe('Antes de recargar');
  again.store.undo();
  expect(again.store.getSnapshot().draft).toEqual(base);
  again.store.redo();
  expect(title(again.store.getSnapshot().draft)).toBe('Antes de recargar');
  again.close();
});

test('what others saved meanwhile is brought in beside the work that was kept', async () => {
  const on = shelf();
  const first = await openDraft({
    key: 'j',
    stored: { version: 1, draft: base, by: 'Ana' },
    shelf: on,
    door: cut,
    check,
  });
  first.store.run(rename, { node: 'n2', title: 'Mío' });
  first.close();
  let house: Stored = { version: 2, draft: { ...base, purpose: 'De Luis' }, by: 'Luis' };
  const door: DraftDoor = {
    read: async () => house,
    save: async ({ version, draft }) => {
      if (version !== house.version) return { is: 'stale', stored: house };
      house = { version: version + 1, draft, by: 'Ana' };
      return { is: 'saved', version: house.version };
    },
  };
  const again = await openDraft({ key: 'j', stored: house, shelf: on, door, check });
  for (let i = 0; i < 200 && again.saving.getSnapshot().is !== 'saved'; i++)
    await new Promise((go) => setTimeout(go, 5));
  expect(house.draft.purpose).toBe('De Luis');
  expect(title(house.draft)).toBe('Mío');
  again.close();
});
