import { expect, test } from 'vitest';
import { enterNode, hour, problemsOf, wednesday } from '../../one-node.fixture.ts';
import { walkOn, walkUntil } from '../../walk.ts';

const config = {
  rungs: [
    { id: 'sms', channel: 'sms', answer: { hours: 1 } },
    { id: 'letter', channel: 'letter', enough: 'accepted' },
  ],
};
const receipt = (status: 'delivered' | 'failed') => ({ type: 'receipt' as const, node: 'n', rung: 'sms', status });

test('says it in the person’s name on the first channel that reaches them', () => {
  expect(problemsOf('notify', config)).toEqual([]);
  expect(enterNode('notify', config)).toMatchObject({
    state: 'n.sms',
    messages: [{ channel: 'sms', status: 'accepted', text: { body: 'Hola, Ana' } }],
  });
});

test('a message delivered ends the ladder; failed or unanswered in time, the next rung is tried', () => {
  const walk = enterNode('notify', config, { postalAddress: 'Calle Mayor 1' });
  expect(walkOn(walk, receipt('delivered')).outcome).toBe('reached');
  for (const next of [walkOn(walk, receipt('failed')), walkUntil(walk, wednesday + hour)])
    expect(next).toMatchObject({ outcome: 'reached', messages: [{}, { channel: 'letter' }] });
});

test('with no channel left nobody was reached', () => {
  expect(enterNode('notify', config, { mobile: null }).outcome).toBe('nobody');
  expect(walkOn(enterNode('notify', config), receipt('failed')).outcome).toBe('nobody');
});
