import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { journeyArbitrary } from '#engine/journey.arbitrary.ts';
import { connect } from '../commands/connect.ts';
import { editArbitrary, runEdit } from '../commands/edit.arbitrary.ts';
import { editConfig } from '../commands/edit-config.ts';
import { editSetting } from '../commands/edit-setting.ts';
import { editText } from '../commands/edit-text.ts';
import { insert } from '../commands/insert.ts';
import { move } from '../commands/move.ts';
import { remove } from '../commands/remove.ts';
import { rename } from '../commands/rename.ts';
import { base } from './draft.fixture.ts';
import { asDraft, type Draft } from './draft.ts';
import { type DraftStore, draftStore } from './draft-store.ts';
import { conflictKey, merge } from './merge.ts';
import { selectNodes } from './selection.ts';

const after = (draft: Draft, act: (store: DraftStore) => void) => {
  const store = draftStore({ draft });
  act(store);
  return store.getSnapshot().draft;
};

describe('two officials', () => {
  test('who change different things both keep their work', () => {
    const mine = after(base, (store) => {
      store.run(rename, { node: 'n2', title: 'Mío' });
      store.run(insert, { id: 'w1', kind: 'wait', at: null, from: 'n1', port: 'start' });
      store.run(editText, { language: 'es', node: 'n2', channel: 'sms', text: { body: 'Hola' } });
    });
    const theirs = after(base, (store) => {
      store.run(editConfig, { node: 'n2', path: ['order'], value: 'parallel' });
      store.run(editSetting, { setting: 'purpose', value: 'Becas' });
      store.run(editText, { language: 'es', node: 'n2', channel: 'email', text: { subject: 'Beca', body: 'Hola' } });
    });
    const { draft, conflicts } = merge({ base, mine, theirs });
    expect(conflicts).toEqual([]);
    expect(draft.nodes.find(({ id }) => id === 'n2')).toMatchObject({ title: 'Mío', config: { order: 'parallel' } });
    expect(draft.edges).toContainEqual({ from: 'n1', port: 'start', to: 'w1' });
    expect(draft).toMatchObject({ purpose: 'Becas', texts: { es: { n2: { sms: {}, email: {} } } } });
  });

  test('who change the same thing differently are asked, and either answer is taken whole', () => {
    const said = (body: string) =>
      after(base, (store) => store.run(editText, { language: 'es', node: 'n2', channel: 'sms', text: { body } }));
    const sides = { base, mine: said('Uno'), theirs: said('Dos') };
    const path = ['texts', 'es', 'n2', 'sms'];
    expect(merge(sides)).toMatchObject({
      conflicts: [{ path, mine: { body: 'Uno' }, theirs: { body: 'Dos' } }],
      draft: { texts: { es: { n2: { sms: { body: 'Dos' } } } } },
    });
    expect(merge(sides, { [conflictKey(path)]: 'mine' }).draft.texts['es']?.['n2']?.['sms']?.body).toBe('Uno');
    expect(merge({ ...sides, mine: said('Dos') }).conflicts).toEqual([]);
  });

  test('of whom one takes a node away that the other works on are asked about the node', () => {
    const mine = after(base, (store) => store.run(remove, selectNodes('n2')));
    const theirs = after(base, (store) => store.run(rename, { node: 'n2', title: 'Suyo' }));
    const [conflict] = merge({ base, mine, theirs }).conflicts;
    expect(conflict).toMatchObject({ path: ['nodes', 'n2'], theirs: { title: 'Suyo' } });
    const kept = merge({ base, mine, theirs }, { 'nodes/n2': 'mine' }).draft;
    expect(kept.nodes.map(({ id }) => id)).not.toContain('n2');
    const back = merge({ base, mine: theirs, theirs: mine }, { 'nodes/n2': 'mine' }).draft;
    expect(back.nodes.find(({ id }) => id === 'n2')?.title).toBe('Suyo');
  });

  test('who move the same card are not bothered with it', () => {
    const moved = (x: number) => after(base, (store) => store.run(move, { nodes: { n2: { x, y: 0 } } }));
    expect(merge({ base, mine: moved(10), theirs: moved(20) })).toMatchObject({
      conflicts: [],
      draft: { layout: { n2: { x: 10 } } },
    });
  });

  test('of whom one leads a line to what the other takes away leave a line to nowhere, which check finds', () => {
    const mine = after(base, (store) => store.run(connect, { from: 'n2', port: 'nobody', to: 'n3' }));
    const theirs = after(base, (store) => store.run(remove, selectNodes('n3')));
    expect(merge({ base, mine, theirs }).draft.edges).toContainEqual({ from: 'n2', port: 'nobody', to: 'n3' });
  });
});

test('whatever they do: alone each keeps all, and both choosing alike end with the same draft', () => {
  const edits = fc.array(editArbitrary(), { maxLength: 12 });
  fc.assert(
    fc.property(journeyArbitrary({ most: 5 }), edits, edits, (journey, some, others) => {
      const start = asDraft(journey);
      const mine = after(start, (store) => some.forEach((edit) => runEdit(store, edit)));
      const theirs = after(start, (store) => others.forEach((edit) => runEdit(store, edit)));
      expect(merge({ base: start, mine, theirs: start })).toEqual({ draft: mine, conflicts: [] });
      expect(merge({ base: start, mine: start, theirs })).toEqual({ draft: theirs, conflicts: [] });
      const { conflicts } = merge({ base: start, mine, theirs });
      const swapped = merge({ base: start, mine: theirs, theirs: mine }).conflicts;
      expect(conflicts.map(({ path }) => conflictKey(path)).toSorted()).toEqual(
        swapped.map(({ path }) => conflictKey(path)).toSorted(),
      );
    }),
  );
});
