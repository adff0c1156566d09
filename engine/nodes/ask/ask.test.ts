import { expect, test } from 'vitest';
import { enterNode, hour, problemsOf, wednesday } from '../../one-node.fixture.ts';
import { walkOn, walkUntil } from '../../walk.ts';

const config = {
  rungs: [
    { id: 'sms', channel: 'sms', answer: { minutes: 10 } },
    { id: 'voice', channel: 'voice', answer: { minutes: 10 } },
  ],
  answers: [
    { id: 'yes', title: 'Sí', digit: '1' },
    { id: 'no', title: 'No', digit: '2' },
  ],
  limit: { hours: 4 },
};
const reply = (text: string) => ({ type: 'reply' as const, text });
const delivered = { type: 'receipt' as const, node: 'n', rung: 'sms', status: 'delivered' as const };

test('goes on by the answer', () => {
  expect(problemsOf('ask', config)).toEqual([]);
  const walk = enterNode('ask', config);
  expect(walk.state).toBe('n.open.asking.sms');
  expect(walkOn(walk, reply('si'))).toMatchObject({ outcome: 'yes', messages: [{ status: 'replied' }] });
  expect(walkOn(walk, reply('2')).outcome).toBe('no');
  expect(walkOn(walk, reply('¿qué?')).outcome).toBe('not-understood');
});

test('once it is delivered no other rung is tried, and the answer is waited for until the limit', () => {
  const walk = walkOn(enterNode('ask', config), delivered);
  expect(walk.state).toBe('n.open.asked');
  expect(walkUntil(walk, wednesday + 4 * hour - 1).messages).toHaveLength(1);
  expect(walkUntil(walk, wednesday + 4 * hour).outcome).toBe('no-answer');
});

test('with no channel left nobody was asked', () => {
  expect(enterNode('ask', config, { mobile: null, landline: null }).outcome).toBe('nobody');
});

test('an answer to a rung that was left still counts', () => {
  const second = walkUntil(enterNode('ask', config), wednesday + hour / 6);
  expect(second.state).toBe('n.open.asking.voice');
  expect(walkOn(second, reply('1')).outcome).toBe('yes');
});

test('keeps the answer in a variable before it goes on', () => {
  const kept = walkOn(enterNode('ask', { ...config, variable: 'answer' }), reply('1'));
  expect(kept).toMatchObject({ state: 'n.kept_yes', vars: { answer: 'yes' } });
  expect(walkUntil(kept, wednesday).outcome).toBe('yes');
  expect(problemsOf('ask', { ...config, variable: 'count' })).toMatchObject([{ code: 'variable-type', node: 'n' }]);
});

test('no answer is called like another way out', () => {
  const answers = [{ id: 'nobody', title: 'Nadie' }];
  expect(problemsOf('ask', { ...config, answers })).toMatchObject([{ code: 'port-twice', params: { port: 'nobody' } }]);
});
