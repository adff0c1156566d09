import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Database } from '#drizzle/database.ts';
import { keepingTogether } from './together.ts';

const database = {} as Database;

function line(keep: (lists: number[][]) => Promise<number[]>, mostAtOnce = 100) {
  const kept: number[][][] = [];
  const bring = keepingTogether<string, number, number>({
    nameOf: (name) => name,
    mostAtOnce,
    keep: async (_, __, lists) => {
      kept.push(lists);
      await turn();
      return keep(lists);
    },
  });
  return { kept, bring: (list: number[], name = 'a') => bring(database, name, list) };
}

const sums = (lists: number[][]) => Promise.resolve(lists.map((list) => list.reduce((a, b) => a + b, 0)));

describe('keeping together', () => {
  test('the first goes at once, those that come meanwhile go in one, each with its own answer', async () => {
    const { kept, bring } = line(sums);
    expect(await Promise.all([bring([1]), bring([2, 3]), bring([4])])).toEqual([1, 5, 4]);
    expect(kept).toEqual([[[1]], [[2, 3], [4]]]);
    expect(await bring([5])).toBe(5);
  });

  test('lines of different names do not wait for each other', async () => {
    const { kept, bring } = line(sums);
    await Promise.all([bring([1]), bring([2], 'b')]);
    expect(kept).toEqual([[[1]], [[2]]]);
  });

  test('no more at once than allowed, unless one list is longer by itself', async () => {
    const { kept, bring } = line(sums, 3);
    await Promise.all([bring([0]), bring([1, 1]), bring([2, 2]), bring([3, 3, 3, 3]), bring([4])]);
    expect(kept).toEqual([[[0]], [[1, 1]], [[2, 2]], [[3, 3, 3, 3]], [[4]]]);
  });

  test('one that cannot be kept keeps no other from being kept', async () => {
    const { bring } = line((lists) => (lists.flat().includes(13) ? Promise.reject(new Error('no')) : sums(lists)));
    const settled = await Promise.allSettled([bring([1]), bring([2]), bring([13]), bring([3])]);
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([1, 2, 'failed', 3]);
    expect(await bring([4])).toBe(4);
  });
});
