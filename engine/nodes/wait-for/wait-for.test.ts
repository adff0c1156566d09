import { expect, test } from 'vitest';
import { enterNode, hour, problemsOf, wednesday } from '../../one-node.fixture.ts';
import { walkOn, walkUntil } from '../../walk.ts';

const config = { event: 'beca.presentada', limit: { hours: 2 } };
const filed = (data = {}) => ({ type: 'event' as const, event: 'beca.presentada', data });

test('goes on when the event arrives, and by another way when it does not in time', () => {
  expect(problemsOf('wait-for', config)).toEqual([]);
  const walk = enterNode('wait-for', config);
  expect(walkOn(walk, filed(), wednesday + hour).outcome).toBe('arrived');
  expect(walkUntil(walk, wednesday + 2 * hour).outcome).toBe('late');
});

test('an event at the very end of the limit is in time', () => {
  expect(walkOn(enterNode('wait-for', config), filed(), wednesday + 2 * hour).outcome).toBe('arrived');
});

test('waits for an event that fits its rule', () => {
  const walk = enterNode('wait-for', { ...config, rule: { fact: 'event.complete', is: 'equals', value: true } });
  expect(walkOn(walk, filed({ complete: false })).state).toBe('n.waiting');
  expect(walkOn(walk, filed({ complete: true })).outcome).toBe('arrived');
});
