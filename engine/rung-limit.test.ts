import { expect, test } from 'vitest';
import { postponed, type RungMessage } from './rung-limit.ts';

const rung = { wait: 'rung', node: 'n', rung: 'sms', leaveMs: 50, answerMs: 100_000 } as const;
const message = (more: Partial<RungMessage>): RungMessage => ({
  status: 'queued',
  queuedAt: 1_000,
  acceptedAt: null,
  expiresAt: null,
  ...more,
});

test('the limit for answering counts from acceptance', () => {
  const accepted = message({ status: 'accepted', acceptedAt: 5_000 });
  expect(postponed(rung, accepted, 6_000)).toBe(105_000);
  expect(postponed(rung, accepted, 105_000)).toBeNull();
});

test('a message on its way holds its rung until the limit for leaving, and without one until it expires', () => {
  for (const status of ['queued', 'claimed', 'uncertain']) {
    expect(postponed(rung, message({ status }), 1_020)).toBe(1_050);
    expect(postponed(rung, message({ status }), 1_050)).toBeNull();
    expect(postponed({ ...rung, leaveMs: null }, message({ status, expiresAt: 9_000 }), 1_050)).toBe(9_000);
  }
});

test('with neither it is looked at again after the limit for answering, never at once', () => {
  expect(postponed({ ...rung, leaveMs: null }, message({}), 2_000)).toBe(102_000);
  expect(postponed({ ...rung, leaveMs: null, answerMs: 0 }, message({}), 2_000)).toBe(62_000);
});

test('a message that will never be accepted holds nothing', () => {
  for (const status of ['withdrawn', 'expired', 'failed'])
    expect(postponed(rung, message({ status }), 1_020)).toBeNull();
});
