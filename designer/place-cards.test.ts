import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCards } from './place-cards.ts';

const card = (id: string, height = 100) => ({ id, height });
const lines = (...pairs: [string, string][]) => pairs.map(([from, to], i) => ({ id: `l${i}`, from, to }));
const at = ({ cards }: { cards: { id: string; x: number; y: number }[] }, id: string) => {
  const found = cards.find((one) => one.id === id);
  if (!found) throw new Error(`no card ${id}`);
  return found;
};

test('what follows stands below', () => {
  const placed = placeCards(
    ['end', 'b', 'a', 'c'].map((id) => card(id)),
    lines(['a', 'b'], ['a', 'c'], ['b', 'end'], ['c', 'b']),
    {},
  );
  expect(at(placed, 'a').y).toBeLessThan(at(placed, 'c').y);
  expect(at(placed, 'c').y).toBeLessThan(at(placed, 'b').y);
  expect(at(placed, 'b').y).toBeLessThan(at(placed, 'end').y);
});

test("the author's own layout is kept when it is complete", () => {
  const layout = { a: { x: 5, y: 7 }, b: { x: 9, y: 11 } };
  expect(placeCards([card('a'), card('b')], [], layout).cards).toMatchObject([layout.a, layout.b]);
  expect(placeCards([card('a'), card('c')], [], layout).cards).not.toMatchObject([layout.a, {}]);
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const id = fc.constantFrom(...ids);
const drawn = fc.array(fc.tuple(id, id), { maxLength: 20 }).map((pairs) => {
  const sized = ids.map((name, i) => card(name, 80 + i * 30));
  return placeCards(sized, lines(...pairs), {});
});

test('no two cards ever overlap, whatever the lines, cycles included', () => {
  fc.assert(
    fc.property(drawn, ({ cards }) => {
      expect(cards).toHaveLength(ids.length);
      for (const one of cards)
        for (const other of cards)
          if (one !== other)
            expect(
              Math.abs(one.x - other.x) >= 264 || one.y + one.height <= other.y || other.y + other.height <= one.y,
            ).toBe(true);
    }),
  );
});

test('a line that passes a row never runs through a card there', () => {
  fc.assert(
    fc.property(drawn, ({ cards, ways }) => {
      for (const way of Object.values(ways).flat())
        for (const { x, y, height } of cards)
          expect(way.x < x || way.x > x + 264 || y + height <= way.top || y >= way.bottom).toBe(true);
    }),
  );
});

test('a chain of a thousand cards is placed without exhausting the stack', () => {
  const names = Array.from({ length: 1_000 }, (_, i) => `n${i}`);
  const chain = lines(...names.slice(1).map((to, i): [string, string] => [`n${i}`, to]));
  expect(
    placeCards(
      names.map((name) => card(name)),
      chain,
      {},
    ).cards.at(-1)?.y,
  ).toBeGreaterThan(100_000);
});
