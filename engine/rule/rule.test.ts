import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleArbitrary } from './rule.arbitrary.ts';
import { maxComparisons, maxDepth, ruleSchema } from './rule.ts';

const paths = (raw: unknown) =>
  ruleSchema.safeParse(raw).error?.issues.map(({ path, message }) => [path.join('.'), message]);
const leaf = { fact: 'citizen.sex', is: 'exists' };
const nested = (depth: number) => {
  let rule: unknown = leaf;
  for (let i = 1; i < depth; i++) rule = { not: rule };
  return rule;
};

describe('a rule read from JSON', () => {
  test('survives export and import', () => {
    fc.assert(
      fc.property(ruleArbitrary, (rule) => {
        expect(ruleSchema.parse(JSON.parse(JSON.stringify(rule)))).toEqual(JSON.parse(JSON.stringify(rule)));
      }),
    );
  });

  test('says where it is wrong', () => {
    expect(paths({ all: [leaf, { any: [{ fact: 'citizen.sex', is: 'resembles', value: 'F' }] }] })?.[0]?.[0]).toBe(
      'all.1.any.0.is',
    );
    expect(paths({ fact: 'citizen.birthDate', is: 'on', value: '2026-02-30' })?.[0]?.[0]).toBe('value');
    expect(paths({ fact: 'citizen.a.b', is: 'exists' })).toEqual([['fact', 'unknown-fact']]);
    expect(paths({ all: [leaf], any: [leaf] })).toEqual([['', 'group-with-other-keys']]);
    expect(paths({ not: { all: leaf } })).toEqual([['not.all', 'group-not-a-list']]);
  });

  test('never throws, and takes no text that Postgres cannot hold', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void ruleSchema.safeParse(json)));
    for (const value of ['a\0', '\ud800', 'x'.repeat(501)])
      expect(ruleSchema.safeParse({ fact: 'event.x', is: 'equals', value }).success).toBe(false);
  });

  test('is refused when too deep or too long, however large', () => {
    expect(ruleSchema.safeParse(nested(maxDepth)).success).toBe(true);
    expect(paths(nested(maxDepth + 1))?.[0]?.[1]).toBe('rule-too-deep');
    expect(paths(nested(100_000))?.[0]?.[1]).toBe('rule-too-deep');
    const wide = (n: number) => ({
      all: Array.from({ length: 2 }, () => ({ any: Array.from({ length: n }, () => leaf) })),
    });
    expect(ruleSchema.safeParse(wide(maxComparisons / 2)).success).toBe(true);
    expect(paths(wide(maxComparisons / 2 + 1))?.[0]?.[1]).toBe('rule-too-long');
    expect(paths({ all: Array.from({ length: 1_000_000 }, () => leaf) })?.[0]?.[1]).toBe('rule-too-long');
  });
});
