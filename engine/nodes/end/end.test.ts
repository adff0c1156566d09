import { expect, test } from 'vitest';
import { enterNode, problemsOf, wednesday } from '../../one-node.fixture.ts';
import { walkOn, walkUntil } from '../../walk.ts';

test('ends the journey with its outcome, and nothing moves the person any more', () => {
  const walk = enterNode('end', { outcome: 'filed' });
  expect(walk).toMatchObject({ status: 'finished', outcome: 'filed', timers: {} });
  expect(walkOn(walk, { type: 'attributes', changed: { deceased: true } }).outcome).toBe('filed');
  expect(walkUntil(walk, wednesday * 2).log).toEqual(walk.log);
});

test('an outcome is a name that reports can count', () => {
  expect(problemsOf('end', { outcome: 'filed' })).toEqual([]);
  expect(problemsOf('end', { outcome: 'Ya la tiene' })[0]).toMatchObject({
    code: 'config',
    node: 'n',
    path: ['outcome'],
  });
});
