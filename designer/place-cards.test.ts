import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCards } from './place-cards.ts';
import { placesFor } from './places-for.ts';

const card = (id: string, height = 100) => ({ id, height });
const lines = (...pairs: [string, string][]) => pairs.map(([from, to], i) => ({ id: `l${i}`, from, to }));
const y = (places: ReadonlyMap<string, { y: number }>, id: string) => places.get(id)?.y ?? Number.NaN;
const day = 86_400_000;

test('what follows stands below', () => {
  const placed = placeCards(
    ['end', 'b', 'a', 'c'].map((id) => card(id)),
    lines(['a', 'b'], ['a', 'c'], ['b', 'end'], ['c', 'b']),
  );
  expect(y(placed, 'a')).toBeLessThan(y(placed, 'c'));
  expect(y(placed, 'c')).toBeLessThan(y(placed, 'b'));
  expect(y(placed, 'b')).toBeLessThan(y(placed, 'end'));
});

test('along time, what comes later stands lower, however short its way', () => {
  const sized = ['a', 'soon', 'sooner', 'late', 'end'].map((id) => card(id));
  const flow = lines(['a', 'late'], ['a', 'soon'], ['soon', 'sooner'], ['sooner', 'end'], ['late', 'end']);
  const pace = new Map([
    ['a', 0],
    ['soon', day],
    ['sooner', 2 * day],
    ['late', 30 * day],
    ['end', 30 * day],
  ]);
  const placed = placeCards(sized, flow, pace);
  const order = ['a', 'soon', 'sooner', 'late', 'end'].map((id) => y(placed, id));
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(new Set(order).size).toBe(5);
});

test('the author’s places are kept, and a card without one stands below what leads to it, on nobody', () => {
  const layout = { a: { x: 5, y: 7 }, b: { x: 9, y: 250 } };
  const places = placesFor([card('a'), card('b'), card('new')], lines(['a', 'b'], ['a', 'new']), layout);
  expect(places.get('a')).toEqual(layout.a);
  expect(places.get('b')).toEqual(layout.b);
  expect(y(places, 'new')).toBe(179);
  expect(Math.abs((places.get('new')?.x ?? 0) - layout.b.x)).toBeGreaterThanOrEqual(264);
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const id = fc.constantFrom(...ids);
const drawn = fc.array(fc.tuple(id, id), { maxLength: 20 });
const sized = ids.map((name, i) => card(name, 80 + i * 30));

test('no two cards ever overlap, whatever the lines and times, cycles included', () => {
  fc.assert(
    fc.property(
      drawn,
      fc.option(fc.array(fc.nat({ max: 40 * day }), { minLength: 7, maxLength: 7 })),
      (pairs, times) => {
        const pace = times ? new Map(ids.map((name, i) => [name, times[i] ?? 0])) : undefined;
        const places = placeCards(sized, lines(...pairs), pace);
        const cards = sized.map((one) => ({ ...one, ...(places.get(one.id) ?? { x: Number.NaN, y: 0 }) }));
        for (const one of cards)
          for (const other of cards)
            if (one !== other)
              expect(
                Math.abs(one.x - other.x) >= 264 || one.y + one.height <= other.y || other.y + other.height <= one.y,
              ).toBe(true);
      },
    ),
  );
});

test('a chain of a thousand cards is placed without exhausting the stack', () => {
  const names = Array.from({ length: 1_000 }, (_, i) => `n${i}`);
  const chain = lines(...names.slice(1).map((to, i): [string, string] => [`n${i}`, to]));
  const placed = placeCards(
    names.map((name) => card(name)),
    chain,
  );
  expect(y(placed, 'n999')).toBeGreaterThan(100_000);
});

test('a card called like what every object has by birth finds a place like any other', () => {
  const places = placesFor([card('a'), card('constructor')], lines(['a', 'constructor']), { a: { x: 0, y: 0 } });
  expect(places.get('constructor')).toEqual({ x: 0, y: expect.any(Number) });
});
