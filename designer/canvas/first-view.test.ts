import { expect, test } from 'vitest';
import type { DrawnCard } from '../draw.ts';
import { allInView, firstView, seenFirst } from './first-view.ts';

const card = (id: string, x: number, y: number, group = 'messages') => ({ id, x, y, height: 100, group }) as DrawnCard; // what a view asks of a card
const wide = [
  card('loose', 0, 0, 'end'),
  card('begins', 6_000, 0, 'triggers'),
  ...Array.from({ length: 40 }, (_, i) => card(`n${i}`, i * 300, 200)),
];

test('a drawing too large to be read is first seen where it begins, not at a card that stands loose above', () => {
  const { x, zoom } = firstView(wide, null);
  const seenAt = 6_000 * zoom + x;
  expect(seenAt).toBeGreaterThan(92);
  expect(seenAt).toBeLessThan(800);
});

test('the cards that come first are those around it', () => {
  const first = seenFirst(wide, 6);
  expect([...first]).toContain('begins');
  expect([...first]).not.toContain('loose');
});

test('all of it stands in what the ruler leaves free', () => {
  const all = { x: -500, y: 100, width: 5_000, height: 900 };
  const { x, zoom } = allInView(all, null, 0.04, 1.5);
  expect(all.x * zoom + x).toBeGreaterThanOrEqual(92);
  expect((all.x + all.width) * zoom + x).toBeLessThanOrEqual(800);
  expect(allInView({ ...all, width: 1, height: 1 }, null, 0.04, 1.5).zoom).toBe(1.5);
});
