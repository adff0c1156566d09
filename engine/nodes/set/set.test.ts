import { expect, test } from 'vitest';
import { enterNode, problemsOf } from '../../one-node.fixture.ts';

test('writes a value, a fact or a sum, and goes on at once', () => {
  expect(enterNode('set', { variable: 'answer', to: { value: 'yes' } })).toMatchObject({
    outcome: 'done',
    vars: { answer: 'yes' },
  });
  expect(enterNode('set', { variable: 'answer', to: { fact: 'citizen.municipality' } }).vars).toEqual({
    answer: '28079',
  });
  expect(enterNode('set', { variable: 'count', to: { plus: 2 } }).vars).toEqual({ count: 2 });
});

test('the rules that follow see what was written', () => {
  const path = { id: 'yes', rule: { fact: 'member.answer', is: 'equals', value: 'yes' } };
  const walk = enterNode(
    'set',
    { variable: 'answer', to: { value: 'yes' } },
    {},
    {
      nodes: [
        { id: 'in', kind: 'launch' },
        { id: 'n', kind: 'set', config: { variable: 'answer', to: { value: 'yes' } } },
        { id: 'b', kind: 'branch', config: { paths: [path] } },
        { id: 'end', kind: 'end', config: { outcome: 'seen' } },
      ],
      edges: [
        { from: 'in', port: 'start', to: 'n' },
        { from: 'n', port: 'done', to: 'b' },
        { from: 'b', port: 'yes', to: 'end' },
      ],
    },
  );
  expect(walk.outcome).toBe('seen');
});

test('writes only declared variables, and what they can hold', () => {
  expect(problemsOf('set', { variable: 'count', to: { plus: 1 } })).toEqual([]);
  expect(problemsOf('set', { variable: 'other', to: { plus: 1 } })).toMatchObject([
    { code: 'unknown-variable', node: 'n' },
  ]);
  expect(problemsOf('set', { variable: 'answer', to: { plus: 1 } })).toMatchObject([
    { code: 'variable-type', node: 'n' },
  ]);
  expect(problemsOf('set', { variable: 'answer', to: { fact: 'citizen.nothing' } })).toMatchObject([
    { code: 'unknown-fact' },
  ]);
});
