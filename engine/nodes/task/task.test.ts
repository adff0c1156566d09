import { expect, test } from 'vitest';
import { enterNode, hour, problemsOf, wednesday } from '../../one-node.fixture.ts';
import { walkOn, walkUntil } from '../../walk.ts';

const config = {
  title: 'Llamar',
  skill: 'social',
  hours: 6,
  outcomes: [
    { id: 'seen', title: 'Atendida' },
    { id: 'moved', title: 'Se ha mudado' },
  ],
};

test('gives somebody a thing to do, due in working hours; their outcome chooses the way', () => {
  expect(problemsOf('task', config)).toEqual([]);
  const walk = enterNode('task', config);
  expect(walk.tasks).toMatchObject([
    { title: 'Llamar', skill: 'social', status: 'open', dueAt: wednesday + 24 * hour },
  ]);
  expect(walkOn(walk, { type: 'task', node: 'n', outcome: 'moved' })).toMatchObject({
    outcome: 'moved',
    tasks: [{ status: 'done', outcome: 'moved' }],
  });
});

test('a task not done in time is taken back and goes its own way', () => {
  const late = walkUntil(enterNode('task', config), wednesday + 24 * hour);
  expect(late).toMatchObject({ outcome: 'overdue', tasks: [{ status: 'cancelled' }] });
  expect(walkOn(late, { type: 'task', node: 'n', outcome: 'seen' })).toEqual(late);
});

test('no outcome is called like another way out', () => {
  const outcomes = [{ id: 'overdue', title: 'Tarde' }];
  expect(problemsOf('task', { ...config, outcomes })).toMatchObject([{ code: 'port-twice', node: 'n' }]);
});
