import { expect, test } from 'vitest';
import { enterNode, problemsOf } from '../../one-node.fixture.ts';

test('lets in whoever was launched to, and needs no audience until then', () => {
  expect(problemsOf('launch', {})).toEqual([]);
  expect(enterNode('launch', {})).toMatchObject({ status: 'finished', outcome: 'start' });
});

test('an audience may ask for the area of the launch, and not for variables that nobody has yet', () => {
  expect(problemsOf('launch', { audience: { fact: 'citizen.place', is: 'inside-area-of-event' } })).toEqual([]);
  expect(problemsOf('launch', { audience: { fact: 'member.count', is: 'exists' } })).toMatchObject([
    { code: 'rule-unknown-variable', node: 'n', path: ['audience'] },
  ]);
});
