import { expect, test } from 'vitest';
import { enterNode, problemsOf } from '../../one-node.fixture.ts';

const recurrence = { every: 'week', weekdays: [1], time: '09:00', zone: 'Europe/Madrid' };

test('lets an audience in at its times', () => {
  const audience = { fact: 'citizen.birthDate', is: 'age-between', value: [65, 120] };
  expect(problemsOf('schedule', { recurrence, audience })).toEqual([]);
  expect(enterNode('schedule', { recurrence, audience })).toMatchObject({ outcome: 'start' });
});

test('brings no event to ask about', () => {
  expect(problemsOf('schedule', { recurrence, audience: { fact: 'event.level', is: 'exists' } })).toMatchObject([
    { code: 'rule-without-event', node: 'n' },
  ]);
});
