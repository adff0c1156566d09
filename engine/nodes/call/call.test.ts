import { expect, test } from 'vitest';
import { enterNode, hour, problemsOf, wednesday } from '../../one-node.fixture.ts';
import { walkOn, walkUntil } from '../../walk.ts';

const config = {
  endpoint: 'padron',
  path: '/personas',
  send: ['citizen.ref'],
  answers: { answer: 'person.state' },
  limit: { hours: 3 },
};
const result = (outcome: 'success' | 'failed', answer?: unknown) => ({
  type: 'call' as const,
  node: 'n',
  outcome,
  answer,
});

test('goes on when the other system answers, with what it said', () => {
  expect(problemsOf('call', config)).toEqual([]);
  const walk = enterNode('call', config);
  expect(walk.calls).toMatchObject([{ endpoint: 'padron', status: 'queued' }]);
  const answered = walkOn(walk, result('success', { person: { state: 'open' } }));
  expect(walkUntil(answered, wednesday)).toMatchObject({ outcome: 'success', vars: { answer: 'open' } });
});

test('fails when the call does, or when no answer comes in time', () => {
  const walk = enterNode('call', config);
  expect(walkOn(walk, result('failed')).outcome).toBe('failed');
  expect(walkUntil(walk, wednesday + 3 * hour)).toMatchObject({ outcome: 'failed', calls: [{ status: 'withdrawn' }] });
});

test('writes declared variables, and sends facts that are known', () => {
  expect(problemsOf('call', { ...config, answers: { other: 'x' } })).toMatchObject([{ code: 'unknown-variable' }]);
  expect(problemsOf('call', { ...config, send: ['citizen.nothing'] })).toMatchObject([{ code: 'unknown-fact' }]);
});
