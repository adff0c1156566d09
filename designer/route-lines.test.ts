import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCards } from './place-cards.ts';
import { type Point, routeLines } from './route-lines.ts';

const width = 264;
type Box = { x: number; y: number; height: number };

const strokes = (points: Point[]) => points.slice(1).map((to, i) => [points[i] as Point, to] as const);
const runsThrough = ({ x, y, height }: Box, [a, b]: readonly [Point, Point]) =>
  Math.min(a.x, b.x) < x + width && Math.max(a.x, b.x) > x && Math.min(a.y, b.y) < y + height && Math.max(a.y, b.y) > y;

const isInside = ({ x, y, height }: Box, at: Point) => at.x > x && at.x < x + width && at.y > y && at.y < y + height;

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const id = fc.constantFrom(...ids);

test('on a tidied drawing no line runs through a card, upwards included', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { maxLength: 16 }), (pairs) => {
      const sized = ids.map((name, i) => ({ id: name, height: 80 + ((i * 37) % 90) }));
      const lines = pairs.map(([from, to], i) => ({ id: `l${i}`, from, to }));
      const places = placeCards(sized, lines);
      const cards = sized.map((card) => ({ ...card, ...(places.get(card.id) ?? { x: 0, y: 0 }) }));
      const at = (name: string) => cards.find((card) => card.id === name) ?? { x: 0, y: 0, height: 0 };
      const ways = routeLines(
        cards,
        lines.map(({ id: line, from, to }, i) => ({
          id: line,
          from: { x: at(from).x + 60 + (i % 4) * 40, y: at(from).y + at(from).height + 12 - (i % 2) * 28 },
          foot: at(from).y + at(from).height,
          to: { x: at(to).x + width / 2, y: at(to).y },
        })),
        width,
      );
      // From a pill of the upper row it first runs down its own card, behind the lower ones.
      for (const points of ways.values())
        for (const [i, stroke] of strokes(points).entries())
          for (const card of cards)
            expect(runsThrough(card, stroke) && !(i === 0 && isInside(card, stroke[0]))).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('a line straight down stays straight, and a jog of a few pixels is none', () => {
  const cards = [
    { x: 0, y: 0, height: 100 },
    { x: 0, y: 200, height: 100 },
  ];
  const way = routeLines(cards, [{ id: 'l', from: { x: 128, y: 112 }, foot: 100, to: { x: 132, y: 200 } }], width).get(
    'l',
  );
  expect(way).toEqual([
    { x: 132, y: 112 },
    { x: 132, y: 200 },
  ]);
});

test('lines that share a lane run side by side', () => {
  const cards = [
    { x: 0, y: 0, height: 100 },
    { x: 0, y: 200, height: 100 },
    { x: 0, y: 400, height: 100 },
  ];
  const line = (name: string, x: number) => ({ id: name, from: { x, y: 112 }, foot: 100, to: { x: 132, y: 400 } });
  const ways = routeLines(cards, [line('one', 200), line('two', 220)], width);
  const lane = (name: string) => ways.get(name)?.[2]?.x ?? Number.NaN;
  expect(Math.abs(lane('one') - lane('two'))).toBeGreaterThanOrEqual(7);
});
