import { expect, test } from 'vitest';
import { evacuation } from '../journeys.fixture.ts';
import { enter, minute, receipt, start } from '../walk.fixture.ts';
import { walkOn, walkUntil } from '../walk.ts';
import { possibleNext } from './possible-next.ts';

const asked = () => walkUntil(enter(evacuation), start);

test('somebody who was asked may hear, miss or answer the question, and time may pass', () => {
  expect(possibleNext(asked())).toEqual([
    { do: 'happen', happening: { type: 'receipt', node: 'n2', rung: 'sms', status: 'delivered' } },
    { do: 'happen', happening: { type: 'receipt', node: 'n2', rung: 'sms', status: 'failed' } },
    { do: 'happen', happening: { type: 'receipt', node: 'n2', rung: 'voice', status: 'delivered' } },
    { do: 'happen', happening: { type: 'receipt', node: 'n2', rung: 'voice', status: 'failed' } },
    { do: 'happen', happening: { type: 'reply', text: '1' } },
    { do: 'happen', happening: { type: 'reply', text: '2' } },
    { do: 'happen', happening: { type: 'reply', text: '3' } },
    { do: 'happen', happening: { type: 'reply', text: '???' } },
    { do: 'pass', until: start + 10 * minute, timer: 'n2.limit' },
  ]);
});

test('whoever asks for help leaves the office a task with its outcomes; a message that is told of is not offered again', () => {
  const told = walkOn(asked(), receipt('n2', 'sms', 'delivered'));
  expect(
    possibleNext(told).some(
      (one) => one.do === 'happen' && one.happening.type === 'receipt' && one.happening.rung === 'sms',
    ),
  ).toBe(false);
  const helped = walkUntil(walkOn(told, { type: 'reply', text: '2' }), start);
  expect(possibleNext(helped)).toMatchObject([
    { happening: { type: 'task', node: 'n3', outcome: 'safe' } },
    { happening: { type: 'task', node: 'n3', outcome: 'unit' } },
    { do: 'pass', timer: 'n3.overdue' },
  ]);
});

test('each thing that is offered moves the person, or at least is heard', () => {
  const here = asked();
  for (const one of possibleNext(here)) {
    const then = one.do === 'happen' ? walkOn(here, one.happening) : walkUntil(here, one.until);
    expect(then.messages !== here.messages || then.log.length > here.log.length).toBe(true);
  }
});

test('nothing is offered to whoever has finished', () => {
  expect(possibleNext(walkUntil(walkOn(asked(), { type: 'reply', text: '1' }), start))).toEqual([]);
});
