import { expect, test } from 'vitest';
import { grant } from './journeys.fixture.ts';
import { enter, hour, minute, receipt, start } from './walk.fixture.ts';
import { walkOn, walkUntil } from './walk.ts';

/** n2 and n3 are ladders, n4 a branch, n5 a third ladder; n9 nobody was reached, n8 somebody was. */
const ladders = {
  ...grant,
  variables: [],
  stops: [],
  nodes: [
    { id: 'n1', kind: 'launch' },
    {
      id: 'n2',
      kind: 'notify',
      config: {
        rungs: [
          { id: 'sms', channel: 'sms', answer: { hours: 1 } },
          { id: 'push', channel: 'push' },
        ],
      },
    },
    {
      id: 'n3',
      kind: 'notify',
      config: {
        rungs: [
          { id: 'voice', channel: 'voice', answer: { hours: 1 } },
          { id: 'letter', channel: 'letter' },
        ],
      },
    },
    {
      id: 'n4',
      kind: 'branch',
      config: { paths: [{ id: 'alone', rule: { fact: 'citizen.livesAlone', is: 'equals', value: true } }] },
    },
    { id: 'n5', kind: 'notify', config: { rungs: [{ id: 'email', channel: 'email', answer: { hours: 1 } }] } },
    { id: 'n8', kind: 'end', config: { outcome: 'reached' } },
    { id: 'n9', kind: 'end', config: { outcome: 'nobody' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n8' },
    { from: 'n2', port: 'nobody', to: 'n3' },
    { from: 'n3', port: 'reached', to: 'n8' },
    { from: 'n3', port: 'nobody', to: 'n4' },
    { from: 'n4', port: 'alone', to: 'n5' },
    { from: 'n4', port: 'otherwise', to: 'n9' },
    { from: 'n5', port: 'reached', to: 'n8' },
    { from: 'n5', port: 'nobody', to: 'n9' },
  ],
  texts: {
    es: Object.fromEntries(
      ['n2', 'n3', 'n5'].map((node) => [
        node,
        Object.fromEntries(['sms', 'push', 'voice', 'letter', 'email'].map((channel) => [channel, { body: 'Hola' }])),
      ]),
    ),
  },
};

test('two ladders and a branch in a row are passed at once from enrolment when no channel is left', () => {
  const nobody = enter(ladders, { mobile: null, email: null });
  expect(nobody).toMatchObject({ status: 'finished', outcome: 'nobody' });
  expect(nobody.log).toHaveLength(1);
  expect(enter(ladders, { mobile: null, livesAlone: true })).toMatchObject({ state: 'n5.email' });
});

test('two ladders and a branch in a row are passed at once from a receipt, and from a time limit', () => {
  const inFirst = enter(ladders, { livesAlone: true, blocked: ['voice'] });
  expect(inFirst.state).toBe('n2.sms');
  for (const later of [walkOn(inFirst, receipt('n2', 'sms', 'failed')), walkUntil(inFirst, start + hour)]) {
    expect(later.state).toBe('n5.email');
    expect(later.messages.map(({ rung }) => rung)).toEqual(['sms', 'email']);
    expect(later.visits).toEqual({ n2: 1, n3: 1, n5: 1 });
  }
  expect(walkUntil(inFirst, start + hour - 1).state).toBe('n2.sms');
});

test('three parallel rungs with different limits: each leaves in its own time, one answer ends them all', () => {
  const parallel = {
    ...ladders,
    nodes: [
      ladders.nodes[0],
      {
        id: 'n2',
        kind: 'notify',
        config: {
          order: 'parallel',
          rungs: [
            { id: 'sms', channel: 'sms', answer: { minutes: 10 } },
            { id: 'voice', channel: 'voice', answer: { minutes: 20 } },
            { id: 'email', channel: 'email', answer: { minutes: 30 } },
          ],
        },
      },
      ...ladders.nodes.slice(2),
    ],
  };
  const all = enter(parallel);
  expect(all.state).toBe('n2(email.out,sms.out,voice.out)');
  const two = walkUntil(all, start + 15 * minute);
  expect(two.state).toBe('n2(email.out,sms.left,voice.out)');
  const one = walkUntil(two, start + 25 * minute);
  expect(one.state).toBe('n2(email.out,sms.left,voice.left)');
  expect(walkOn(one, receipt('n2', 'email', 'delivered'))).toMatchObject({ outcome: 'reached', timers: {} });
  // Of a rung already left: delivered still counts, failed moves nobody.
  expect(walkOn(one, receipt('n2', 'sms', 'delivered'))).toMatchObject({ outcome: 'reached' });
  expect(walkOn(one, receipt('n2', 'sms', 'failed')).state).toBe(one.state);
  expect(walkUntil(one, start + 30 * minute).state).toBe('n3.voice');
});
