import { expect, test } from 'vitest';
import { enterNode, hour, minute, problemsOf, wednesday } from '../../one-node.fixture.ts';
import { walkUntil } from '../../walk.ts';

const until = (rest: object) => ({ until: rest });

test('holds a person for a time', () => {
  const walk = enterNode('wait', until({ for: 'duration', duration: 'PT90M' }));
  expect(walkUntil(walk, wednesday + 89 * minute).state).toBe('n');
  expect(walkUntil(walk, wednesday + 90 * minute).outcome).toBe('done');
});

test('counts working days: until the end of Friday from a Wednesday', () => {
  const walk = enterNode('wait', until({ for: 'working-days', days: 2 }));
  expect(walk.timers).toEqual({ 'n.wait': Date.parse('2026-03-07T00:00+01:00') });
});

test('waits until a date of the person, and not at all for one that is past', () => {
  const config = until({ for: 'date', fact: 'citizen.deadline', offsetDays: -3, at: '08:30' });
  expect(problemsOf('wait', config)).toEqual([]);
  const walk = enterNode('wait', config, { attributes: { deadline: '2026-04-10' } });
  expect(walk.timers).toEqual({ 'n.wait': Date.parse('2026-04-07T08:30+02:00') });
  expect(enterNode('wait', config, { attributes: { deadline: '2026-03-05' } }).outcome).toBe('done');
  expect(enterNode('wait', config)).toMatchObject({ status: 'attention', problem: { code: 'no-date' } });
});

test('waits for allowed hours, in the zone of the person', () => {
  const config = until({ for: 'allowed-hours', hours: { from: '11:00', to: '12:00' } });
  expect(enterNode('wait', config).timers).toEqual({ 'n.wait': wednesday + hour });
  expect(enterNode('wait', config, { zone: 'Atlantic/Canary' }).timers).toEqual({ 'n.wait': wednesday + 2 * hour });
});

test('a circle through a wait that may be over is no wait', () => {
  const circle = (duration: string) => ({
    nodes: [
      { id: 'in', kind: 'launch' },
      { id: 'n', kind: 'wait', config: until({ for: 'duration', duration }) },
      { id: 'b', kind: 'branch', config: { paths: [{ id: 'on', rule: { fact: 'citizen.ref', is: 'exists' } }] } },
      { id: 'end', kind: 'end', config: { outcome: 'end' } },
    ],
    edges: [
      { from: 'in', port: 'start', to: 'n' },
      { from: 'n', port: 'done', to: 'b' },
      { from: 'b', port: 'on', to: 'end' },
      { from: 'b', port: 'otherwise', to: 'n' },
    ],
  });
  expect(problemsOf('wait', {}, circle('PT1H'))).toEqual([]);
  expect(problemsOf('wait', {}, circle('PT0H'))).toMatchObject([{ code: 'cycle-without-wait', node: 'n' }]);
});
