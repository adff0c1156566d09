import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCards } from './place-cards.ts';

const card = (id: string, height = 100) => ({ id, height });
const at = (placed: { id: string; x: number; y: number }[], id: string) => {
  const found = placed.find((one) => one.id === id);
  if (!found) throw new Error(`no card ${id}`);
  return found;
};

test('what follows stands below', () => {
  const placed = placeCards(
    ['end', 'b', 'a', 'c'].map((id) => card(id)),
    [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
      { from: 'b', to: 'end' },
      { from: 'c', to: 'b' },
    ],
    {},
  );
  expect(at(placed, 'a').y).toBeLessThan(at(placed, 'c').y);
  expect(at(placed, 'c').y).toBeLessThan(at(placed, 'b').y);
  expect(at(placed, 'b').y).toBeLessThan(at(placed, 'end').y);
});

test("the author's own layout is kept when it is complete", () => {
  const layout = { a: { x: 5, y: 7 }, b: { x: 9, y: 11 } };
  expect(placeCards([card('a'), card('b')], [], layout)).toMatchObject([layout.a, layout.b]);
  expect(placeCards([card('a'), card('c')], [], layout)).not.toMatchObject([layout.a, {}]);
});

test('no two cards ever overlap, whatever the lines, cycles included', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const id = fc.constantFrom(...ids);
  fc.assert(
    fc.property(fc.array(fc.record({ from: id, to: id }), { maxLength: 20 }), (edges) => {
      const placed = placeCards(
        ids.map((name, i) => card(name, 80 + i * 30)),
        edges,
        {},
      );
      expect(placed).toHaveLength(ids.length);
      for (const one of placed)
        for (const other of placed)
          if (one !== other)
            expect(
              Math.abs(one.x - other.x) >= 264 || one.y + one.height <= other.y || other.y + other.height <= one.y,
            ).toBe(true);
    }),
  );
});
