import { expect, test } from 'vitest';
import { enterNode, problemsOf } from '../../one-node.fixture.ts';

const config = {
  paths: [
    { id: 'alone', rule: { fact: 'citizen.livesAlone', is: 'equals', value: true } },
    { id: 'madrid', title: 'De Madrid', rule: { fact: 'citizen.municipality', is: 'in', value: ['28079'] } },
  ],
};

test('sends each person down the first path that holds, and the others down the last', () => {
  expect(problemsOf('branch', config)).toEqual([]);
  expect(enterNode('branch', config, { livesAlone: true }).outcome).toBe('alone');
  expect(enterNode('branch', config).outcome).toBe('madrid');
  expect(enterNode('branch', config, { municipality: '38038' }).outcome).toBe('otherwise');
});

test('reads what brought the person in', () => {
  const red = { paths: [{ id: 'red', rule: { fact: 'event.level', is: 'equals', value: 'red' } }] };
  expect(enterNode('branch', red, {}, { event: { level: 'red' } }).outcome).toBe('red');
  expect(enterNode('branch', red, {}, { event: { level: 'green' } }).outcome).toBe('otherwise');
});

test('no path is called like the last one', () => {
  const paths = [{ id: 'otherwise', rule: { fact: 'citizen.ref', is: 'exists' } }];
  expect(problemsOf('branch', { paths })).toMatchObject([{ code: 'port-twice', node: 'n' }]);
});
