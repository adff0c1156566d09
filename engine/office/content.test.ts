import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentArbitrary } from './content.arbitrary.ts';
import { contentSchema } from './content.ts';
import { challengeOf, contentHash } from './content-hash.ts';
import { difference, wordsOf } from './difference.ts';

test('a content that was written down and read again has the same hash', () => {
  fc.assert(
    fc.property(contentArbitrary, (content) => {
      const read = contentSchema.parse(JSON.parse(JSON.stringify(content)));
      expect(contentHash(read)).toBe(contentHash(content));
    }),
  );
});

test('whatever is changed in a content, its hash changes', () => {
  fc.assert(
    fc.property(contentArbitrary, contentArbitrary, (one, other) => {
      for (const key of Object.keys(one) as (keyof typeof one)[]) {
        const changed = { ...one, [key]: other[key] };
        const same = JSON.stringify(sorted(one[key])) === JSON.stringify(sorted(other[key]));
        expect(contentHash(changed) === contentHash(one), key).toBe(same);
      }
    }),
  );
});

test('the challenge is the hash and nothing else, in base64url', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (hash) => {
      expect(challengeOf(hash)).toBe(Buffer.from(hash, 'hex').toString('base64url'));
    }),
  );
});

test('nothing differs from itself, and what differs tells how to get from one to the other', () => {
  fc.assert(
    fc.property(contentArbitrary, contentArbitrary, (one, other) => {
      expect(difference(one, structuredClone(one))).toEqual([]);
      const changes = difference(one, other);
      const words = new Map([...wordsOf(one)].map(([key, { text }]) => [key, text]));
      for (const change of changes)
        if (change.about === 'words') {
          const key = JSON.stringify([change.language, change.node, change.channel]);
          if (change.after) words.set(key, change.after);
          else words.delete(key);
        }
      expect(words).toEqual(new Map([...wordsOf(other)].map(([key, { text }]) => [key, text])));
      const people = changes.find(({ about }) => about === 'people');
      expect(people !== undefined).toBe((one.audience?.count ?? 0) !== (other.audience?.count ?? 0));
      // Said the other way round there are as many changes.
      expect(difference(other, one)).toHaveLength(changes.length);
    }),
  );
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
