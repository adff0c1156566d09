import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { journeyArbitrary } from '#engine/journey.arbitrary.ts';
import { exportJourney, parse } from '#engine/journey.ts';
import { fixtures } from '#engine/journeys.fixture.ts';
import { add } from '../commands/add.ts';
import { connect } from '../commands/connect.ts';
import { editArbitrary, runEdit } from '../commands/edit.arbitrary.ts';
import { editText } from '../commands/edit-text.ts';
import { remove } from '../commands/remove.ts';
import { rename } from '../commands/rename.ts';
import { asDraft, type Draft, journeyOf } from './draft.ts';
import { draftStore } from './draft-store.ts';
import { nothing, selectNodes } from './selection.ts';

const drafts = (): fc.Arbitrary<Draft> => journeyArbitrary({ most: 6 }).map((journey) => asDraft(journey));
const edits = (exactly: number) => fc.array(editArbitrary(), { minLength: exactly, maxLength: exactly, size: 'max' });
const slow = () => {
  let at = 0;
  return () => (at += 60_000); // nothing is typed so slowly, so nothing coalesces
};

describe('undo and redo', () => {
  test('after each of 200 random edits, a step back gives the identical draft, and a step forward the edited one', () => {
    fc.assert(
      fc.property(drafts(), edits(200), (start, list) => {
        const store = draftStore({ draft: start }, slow());
        for (const edit of list) {
          const before = store.getSnapshot();
          if (runEdit(store, edit) || store.getSnapshot().draft === before.draft) continue;
          const after = store.getSnapshot();
          if (after.history === before.history) continue;
          store.undo();
          expect(store.getSnapshot().draft).toEqual(before.draft);
          store.redo();
          expect(store.getSnapshot().draft).toEqual(after.draft);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('200 steps back lead to where it began, and 200 forward to where it ended, even over a reload', () => {
    fc.assert(
      fc.property(drafts(), edits(200), fc.boolean(), (start, list, typing) => {
        const store = draftStore({ draft: start }, typing ? () => 0 : slow());
        for (const edit of list) runEdit(store, edit);
        const { draft, history } = JSON.parse(JSON.stringify(store.getSnapshot())) as ReturnType<
          typeof store.getSnapshot
        >;
        const again = draftStore({ draft, history });
        for (const _ of history.past) again.undo();
        expect(again.getSnapshot().draft).toEqual(start);
        for (const _ of history.past) again.redo();
        expect(again.getSnapshot().draft).toEqual(draft);
      }),
      { numRuns: 25 },
    );
  });

  test('whatever is done to it, a draft stays a journey that can be read', () => {
    fc.assert(
      fc.property(drafts(), edits(60), (start, list) => {
        const store = draftStore({ draft: start });
        for (const edit of list) runEdit(store, edit);
        const journey = journeyOf(store.getSnapshot().draft);
        expect(parse(JSON.parse(exportJourney(journey)))).toEqual({ ok: true, journey });
      }),
      { numRuns: 25 },
    );
  });
});

const read = parse(fixtures[0]);
if (!read.ok) throw new Error('fixture not read');
const small = asDraft({ ...read.journey, nodes: [], edges: [], texts: {} });
const opened = (...kinds: string[]) => {
  const store = draftStore({ draft: small });
  kinds.forEach((kind, i) => store.run(add, { id: `n${i}`, kind, at: null }));
  return store;
};

test('typing is one step back, until one pauses or goes elsewhere', () => {
  let at = 0;
  const store = draftStore({ draft: opened('notify', 'notify').getSnapshot().draft }, () => at);
  const type = (node: string, body: string, later: number) => {
    at += later;
    store.run(editText, { language: 'es', node, channel: 'sms', text: { body } });
  };
  for (const body of ['H', 'Ho', 'Hol', 'Hola']) type('n0', body, 200);
  type('n1', 'Otra', 200);
  type('n1', 'Otra cosa', 5_000);
  expect(store.getSnapshot().history.past).toHaveLength(3);
  store.undo();
  store.undo();
  expect(store.getSnapshot().draft.texts).toEqual({ es: { n0: { sms: { body: 'Hola' } } } });
  store.undo();
  expect(store.getSnapshot().draft.texts).toEqual({});
});

test('what is new is selected, and a step back selects what came again', () => {
  const store = opened('wait', 'end');
  expect(store.getSnapshot().selection.nodes).toEqual(['n1']);
  store.run(remove, selectNodes('n0'));
  expect(store.getSnapshot().selection).toEqual({ ...nothing, nodes: ['n1'] });
  store.undo();
  expect(store.getSnapshot().selection.nodes).toEqual(['n0']);
});

test('a refused command changes nothing and says why', () => {
  const store = opened('launch', 'wait');
  const before = store.getSnapshot().draft;
  expect(store.run(connect, { from: 'n1', port: 'done', to: 'n0' })).toMatchObject({ code: 'edge-into-trigger' });
  expect(store.getSnapshot()).toMatchObject({ draft: before, refused: { code: 'edge-into-trigger' } });
});

test('a step back takes back only what one did oneself', () => {
  const store = opened('wait', 'wait');
  store.run(rename, { node: 'n0', title: 'Mío' });
  const { draft } = store.getSnapshot();
  store.adopt({ ...draft, nodes: draft.nodes.map((node) => (node.id === 'n1' ? { ...node, title: 'De Ana' } : node)) });
  store.undo();
  expect(store.getSnapshot().draft.nodes).toMatchObject([{ id: 'n0' }, { id: 'n1', title: 'De Ana' }]);
  expect(store.getSnapshot().draft.nodes[0]?.title).toBeUndefined();
});

test('what the house could not keep is refused when it is written, not at every saving after it', () => {
  if (!read.ok) throw new Error('The fixture cannot be read');
  const store = draftStore({ draft: asDraft(read.journey) });
  const before = store.getSnapshot().draft;
  const [node] = before.nodes;
  for (const title of ['a\0b', 'a\ud800b'])
    expect(store.run(rename, { node: node!.id, title })).toMatchObject({ code: 'text-not-storable' });
  expect(store.getSnapshot().draft).toBe(before);
});
