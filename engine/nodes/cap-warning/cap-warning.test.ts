import { expect, test } from 'vitest';
import { enterNode, problemsOf } from '../../one-node.fixture.ts';

test('lets in people of the warned area; the area is in hand all the way', () => {
  const audience = { fact: 'citizen.place', is: 'inside-area-of-event' };
  expect(problemsOf('cap-warning', { severity: 'Extreme', events: ['Fire'], audience })).toEqual([]);
  expect(enterNode('cap-warning', {})).toMatchObject({ outcome: 'start' });
});

test('knows the severities of CAP only', () => {
  expect(problemsOf('cap-warning', { severity: 'orange' })).toMatchObject([
    { code: 'config', path: ['severity'] },
    { code: 'no-end' },
  ]);
});
