import { expect, test } from 'vitest';
import { ladderTime } from './ladder-time.ts';

const rungs = [
  { id: 'sms', channel: 'sms', answer: { hours: 1 } },
  { id: 'voice', channel: 'voice', answer: 'PT2H' },
];
const counts = { sms: { first: 9_000, reach: 9_000 }, voice: { first: 600, reach: 5_000 } };
const accounts = [
  { channel: 'sms', rate: 20 },
  { channel: 'sms', rate: 10 },
  { channel: 'voice', rate: 1 },
];

test('the slowest channel says when everybody was handed a first attempt; contracts of one channel add up', () => {
  expect(ladderTime({ rungs, order: 'sequential' }, counts, accounts)).toEqual({ toAll: 600, toLast: 3_600 + 600 });
  expect(ladderTime({ rungs, order: 'parallel' }, counts, accounts)).toEqual({ toAll: 5_000, toLast: 5_000 });
});

test('without a contract nobody knows; without a limit of pace it takes no time', () => {
  expect(ladderTime({ rungs, order: 'sequential' }, counts, accounts.slice(0, 2)).toAll).toBeNull();
  const fast = accounts.map((account) => ({ ...account, rate: null }));
  expect(ladderTime({ rungs, order: 'parallel' }, counts, fast).toAll).toBe(0);
});
