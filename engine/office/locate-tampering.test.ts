import { describe, expect, test } from 'vitest';
import { chainOf, tamperings } from './chain.fixture.ts';
import { follows, locateTampering, nothingYet } from './locate-tampering.ts';

const rows = chainOf(200);

describe('finds and locates', () => {
  for (const { name, touch, found } of tamperings)
    test(name, () => {
      expect(locateTampering(touch(rows))).toEqual(found);
    });
});

test('goes on from any row known to be whole', () => {
  const touched = tamperings.find(({ name }) => name === 'a changed entry')!.touch(rows);
  const from = { seq: 30, hash: rows[29]!.hash };
  expect(locateTampering(touched.slice(30), from)).toEqual([{ kind: 'changed', seq: 41 }]);
});

test('a whole chain is followed row by row, and every touched one stops it', () => {
  const whole = (chain: typeof rows) => {
    let head = nothingYet;
    for (const row of chain) {
      if (!follows(head, row)) return false;
      head = row;
    }
    return true;
  };
  for (const { name, touch } of tamperings) expect(whole(touch(rows)), name).toBe(name === 'nothing');
});
