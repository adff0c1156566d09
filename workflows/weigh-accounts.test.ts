import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Weighed, weighAccounts } from './weigh-accounts.ts';

const minute = 60_000;
const account = (id: number, some: Partial<Weighed> = {}): Weighed => ({
  id,
  weight: 50,
  restWeight: 50,
  weighedMsAgo: null,
  handed: 1_000,
  slow: 0,
  errors: 0,
  ...some,
});

test('an account whose deliveries are slow gives ten points to the other', () => {
  expect(weighAccounts([account(1, { slow: 150 }), account(2)])).toEqual([
    { id: 1, weight: 40, reason: 'slow' },
    { id: 2, weight: 60, reason: 'relief' },
  ]);
  expect(weighAccounts([account(1, { slow: 149 }), account(2)])).toEqual([]);
});

test('a burst of messages given back costs ten points too, and weighs more than slowness', () => {
  expect(weighAccounts([account(1, { errors: 50 }), account(2)])).toEqual([]);
  expect(weighAccounts([account(1, { errors: 51 }), account(2)])).toEqual([
    { id: 1, weight: 40, reason: 'errors' },
    { id: 2, weight: 60, reason: 'relief' },
  ]);
  expect(weighAccounts([account(1, { slow: 900 }), account(2, { errors: 60 }), account(3)])[0]).toMatchObject({
    id: 2,
  });
});

test('nothing moves when both are slow, or when weights moved less than five minutes ago', () => {
  expect(weighAccounts([account(1, { slow: 500 }), account(2, { slow: 200 })])).toEqual([]);
  expect(weighAccounts([account(1, { slow: 500, weighedMsAgo: 4 * minute }), account(2)])).toEqual([]);
});

test('a few messages say nothing about an account', () => {
  expect(weighAccounts([account(1, { handed: 3, slow: 3 }), account(2)])).toEqual([]);
});

test('a channel with one account keeps it', () => {
  expect(weighAccounts([account(1, { slow: 1_000 })])).toEqual([]);
});

test('weights creep back to rest once untouched for a quarter of an hour', () => {
  const moved = (weighedMsAgo: number) => [
    account(1, { weight: 20, weighedMsAgo }),
    account(2, { weight: 55, restWeight: 50, weighedMsAgo }),
  ];
  expect(weighAccounts(moved(14 * minute))).toEqual([]);
  expect(weighAccounts(moved(15 * minute))).toEqual([
    { id: 1, weight: 30, reason: 'rest' },
    { id: 2, weight: 50, reason: 'rest' },
  ]);
});

test('no weight ever falls below zero, and what one loses another gains', () => {
  const some = fc.record({
    weight: fc.integer({ min: 0, max: 100 }),
    handed: fc.integer({ min: 0, max: 500 }),
    slow: fc.integer({ min: 0, max: 500 }),
    errors: fc.integer({ min: 0, max: 100 }),
    weighedMsAgo: fc.option(fc.integer({ min: 0, max: 30 * minute }), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), (list) => {
      const accounts = list.map((one, id) => account(id, { ...one, slow: Math.min(one.slow, one.handed) }));
      const changes = weighAccounts(accounts);
      for (const { weight } of changes) expect(weight).toBeGreaterThanOrEqual(0);
      if (changes.some(({ reason }) => reason === 'slow' || reason === 'errors')) {
        const before = changes.reduce((sum, { id }) => sum + (accounts[id]?.weight ?? 0), 0);
        expect(changes.reduce((sum, { weight }) => sum + weight, 0)).toBe(before);
      }
    }),
  );
});
