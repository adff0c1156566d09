import { expect, test } from 'vitest';
import { enterNode, problemsOf } from '../../one-node.fixture.ts';

test('lets in whoever an event is about', () => {
  const rule = { fact: 'event.level', is: 'equals', value: 'red' };
  expect(problemsOf('event', { event: 'beca.abierta', rule })).toEqual([]);
  expect(enterNode('event', { event: 'beca.abierta' })).toMatchObject({ outcome: 'start' });
});

test('once per case needs the place of the case', () => {
  expect(problemsOf('event', { event: 'x', entry: 'per-case' })).toMatchObject([
    { code: 'case-without-place', node: 'n' },
  ]);
  expect(problemsOf('event', { event: 'x', entry: 'per-case', caseAt: 'case.id' })).toEqual([]);
});

test.each(['', '*', 'beca.*', ' beca', '.beca'])('no event is called %j', (event) => {
  expect(problemsOf('event', { event })).toMatchObject([
    { code: 'config', node: 'n', path: ['event'] },
    { code: 'no-end' },
  ]);
});
