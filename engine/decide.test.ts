import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { decide, EndlessJourney } from './decide.ts';
import { parse } from './journey.ts';
import { readable } from './readable.ts';

const alert = {
  cauce: 1,
  slug: 'aviso',
  title: 'Aviso',
  class: 'service',
  nodes: [
    { id: 'n1', kind: 'launch' },
    {
      id: 'n2',
      kind: 'notify',
      config: {
        rungs: [
          { id: 'sms', channel: 'sms' },
          { id: 'email', channel: 'email' },
        ],
      },
    },
    { id: 'n3', kind: 'end', config: { outcome: 'reached' } },
    { id: 'n4', kind: 'end', config: { outcome: 'nobody' } },
    {
      id: 'n5',
      kind: 'branch',
      config: { paths: [{ id: 'old', rule: { fact: 'citizen.birthDate', is: 'age-between', value: [65, 120] } }] },
    },
    {
      id: 'n6',
      kind: 'notify',
      config: {
        order: 'parallel',
        rungs: [
          { id: 'sms', channel: 'sms' },
          { id: 'voice', channel: 'voice' },
        ],
      },
    },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n5' },
    { from: 'n5', port: 'old', to: 'n6' },
    { from: 'n5', port: 'otherwise', to: 'n4' },
    { from: 'n6', port: 'reached', to: 'n3' },
    { from: 'n6', port: 'nobody', to: 'n4' },
  ],
  stops: [{ id: 'filed', title: 'Presentada', event: 'beca.presentada', outcome: 'filed' }],
};

function compiled() {
  const parsed = parse(alert);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compile(parsed.journey);
}

const at = (state: string, event: string, ...holding: string[]) =>
  decide(compiled(), { state, event, holds: Object.fromEntries(holding.map((reading) => [reading, true])) });

test('enrolment leads to the first rung that can reach the person', () => {
  expect(at('enter', 'enter.n1', 'n2.reach-sms')).toMatchObject({
    next: 'n2.sms',
    effects: [
      { do: 'visit', node: 'n2' },
      { do: 'send', node: 'n2', rung: 'sms' },
      { do: 'arm', timer: 'n2.sms.limit' },
    ],
  });
  expect(at('enter', 'enter.n1', 'n2.reach-email').next).toBe('n2.email');
});

test('a failed or late rung gives way to the next, and is withdrawn', () => {
  for (const event of ['receipt.n2.sms.failed', 'timer.n2.sms.limit']) {
    const { next, effects } = at('n2.sms', event, 'n2.reach-email');
    expect(next).toBe('n2.email');
    expect(effects).toContainEqual({ do: 'withdraw', node: 'n2', rung: 'sms' });
    expect(effects).toContainEqual({ do: 'clear', timer: 'n2.sms.limit' });
  }
});

test('a confirmation of any rung ends the ladder', () => {
  expect(at('n2.email', 'receipt.n2.sms.delivered').next).toBe('n3');
  expect(at('n6(sms.out,voice.left)', 'receipt.n6.voice.delivered').next).toBe('n3');
});

test('parallel rungs leave one by one, and with none left nobody was reached', () => {
  expect(at('n2.email', 'receipt.n2.email.failed', 'n5.old', 'n6.reach-sms', 'n6.reach-voice').next).toBe(
    'n6(sms.out,voice.out)',
  );
  expect(at('n6(sms.out,voice.out)', 'timer.n6.sms.limit').next).toBe('n6(sms.left,voice.out)');
  expect(at('n6(sms.left,voice.out)', 'timer.n6.voice.limit').next).toBe('n4');
});

test('a stop rule wins whatever happened', () => {
  const { next, effects } = at('n2.sms', 'event.beca.presentada');
  expect(next).toBe('stop_filed');
  expect(effects).toContainEqual({ do: 'finish', outcome: 'filed', as: 'stopped' });
  expect(at('n2.sms', 'receipt.n2.sms.delivered', 'flag.deceased').next).toBe('stop_deceased');
});

test('what may be read covers what XState reads', () => {
  expect(readable(compiled(), 'enter', 'enter.n1')).toEqual(
    expect.arrayContaining([
      'flag.deceased',
      'n2.reach-sms',
      'n2.reach-email',
      'n5.old',
      'n6.reach-sms',
      'n6.reach-voice',
    ]),
  );
  expect(readable(compiled(), 'n2.sms', 'receipt.n2.sms.delivered')).toEqual(['flag.deceased']);
});

test('a circle without a wait surfaces instead of turning for ever', () => {
  const rule = { fact: 'citizen.municipality', is: 'exists' };
  const parsed = parse({
    ...alert,
    nodes: [
      { id: 'n1', kind: 'launch' },
      { id: 'a', kind: 'branch', config: { paths: [{ id: 'yes', rule }] } },
      { id: 'b', kind: 'branch', config: { paths: [{ id: 'yes', rule }] } },
    ],
    edges: [
      { from: 'n1', port: 'start', to: 'a' },
      { from: 'a', port: 'otherwise', to: 'b' },
      { from: 'b', port: 'otherwise', to: 'a' },
    ],
  });
  if (!parsed.ok) throw new Error('not read');
  const circle = compile(parsed.journey);
  expect(() => decide(circle, { state: 'enter', event: 'enter.n1', holds: {} })).toThrow(EndlessJourney);
  expect(decide(circle, { state: 'enter', event: 'enter.n1', holds: { 'a.yes': true } }).next).toBe('dead_end');
});

test('an event that nobody listens to, or of a name like one of ours, changes nothing', () => {
  for (const event of ['event.otra.cosa', 'event.stop.filed', 'receipt.n2.email.failed', 'timer.n6.sms.limit'])
    expect(at('n2.sms', event)).toMatchObject({ next: 'n2.sms', effects: [] });
});

test('a node that leads to itself is visited anew', () => {
  const again = {
    ...alert,
    edges: alert.edges.map((edge) => (edge.from === 'n2' && edge.port === 'reached' ? { ...edge, to: 'n2' } : edge)),
  };
  const parsed = parse(again);
  if (!parsed.ok) throw new Error('cannot be read');
  const holds = { 'n2.reach-sms': true };
  const { next, effects } = decide(compile(parsed.journey), {
    state: 'n2.sms',
    event: 'receipt.n2.sms.delivered',
    holds,
  });
  expect(next).toBe('n2.sms');
  expect(effects.map((effect) => effect.do)).toEqual(expect.arrayContaining(['withdraw', 'visit', 'send']));
  expect(effects.findIndex((effect) => effect.do === 'visit')).toBeLessThan(
    effects.findIndex((effect) => effect.do === 'send'),
  );
});
