import { expect, test } from 'vitest';
import { base } from '../store/draft.fixture.ts';
import { walkGraph } from './walk-graph.ts';

const places = new Map([
  ['n1', { x: 100, y: 0 }],
  ['n2', { x: 100, y: 200 }],
  ['n3', { x: 0, y: 500 }],
  ['n4', { x: 300, y: 400 }],
]);
const from = (at: string, came: string | null, direction: 'up' | 'down' | 'left' | 'right') =>
  walkGraph(base, places, { at, from: came }, direction);

test('down follows the first way out, up goes back the way one came', () => {
  expect(from('n1', null, 'down')).toEqual({ at: 'n2', from: 'n1' });
  expect(from('n2', 'n1', 'down')).toEqual({ at: 'n3', from: 'n2' });
  expect(from('n3', 'n2', 'up')).toEqual({ at: 'n2', from: null });
  expect(from('n3', 'n4', 'up')).toEqual({ at: 'n4', from: null });
});

test('left and right go through the ways of the step one came from', () => {
  expect(from('n3', 'n2', 'right')).toEqual({ at: 'n4', from: 'n2' });
  expect(from('n4', 'n2', 'left')).toEqual({ at: 'n3', from: 'n2' });
});

test('beside a card without other ways is its neighbour, and beyond the last there is nothing', () => {
  expect(from('n1', null, 'right')).toEqual({ at: 'n4', from: null });
  expect(from('n4', null, 'right')).toBeUndefined();
  expect(from('n1', null, 'up')).toBeUndefined();
  expect(from('n3', 'n2', 'down')).toBeUndefined();
});

test('every node that a start leads to can be reached by arrows alone', () => {
  const seen = new Set(['n1']);
  for (const at of seen)
    for (const direction of ['up', 'down', 'left', 'right'] as const) {
      const next = from(at, null, direction);
      if (next) seen.add(next.at);
    }
  expect([...seen].sort()).toEqual(['n1', 'n2', 'n3', 'n4']);
});
