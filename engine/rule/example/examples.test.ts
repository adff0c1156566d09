import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../holds.ts';
import { comparisonArbitrary, ruleArbitrary } from '../rule.arbitrary.ts';
import { type Rule, ruleSchema } from '../rule.ts';
import { examples } from './examples.ts';

const now = Date.UTC(2026, 6, 1, 10);
const types: Record<string, 'number' | 'boolean' | 'date'> = {
  'citizen.hasFiled': 'boolean',
  'citizen.schoolChildren': 'number',
  'citizen.grantDeadline': 'date',
};
const invent = (rule: Rule) => examples({ rule, typeOf: (fact) => types[fact], now });
const rule = (json: unknown): Rule => ruleSchema.parse(json);

test('who fits, fits; who is left out by little, is left out, by that one thing', () => {
  const heat = rule({
    all: [
      { fact: 'citizen.birthDate', is: 'age-between', value: [65, 150] },
      { fact: 'citizen.livesAlone', is: 'equals', value: true },
      { not: { fact: 'citizen.hasFiled', is: 'equals', value: true } },
    ],
  });
  const { fits, nearMisses } = invent(heat);
  expect(fits[0]?.facts.citizen).toMatchObject({ birthDate: '1961-07-01', livesAlone: true });
  expect(nearMisses.map(({ because }) => because.comparison.fact)).toEqual([
    'citizen.birthDate',
    'citizen.livesAlone',
    'citizen.hasFiled',
  ]);
  // One day too young.
  expect(nearMisses[0]?.facts.citizen).toMatchObject({ birthDate: '1961-07-02', livesAlone: true });
  expect(nearMisses[2]?.facts.citizen['attributes']).toEqual({ hasFiled: true });
});

test('each branch of an «or» has somebody of its own', () => {
  const either = rule({
    any: [
      { fact: 'citizen.schoolChildren', is: 'at-least', value: 3 },
      { fact: 'citizen.municipality', is: 'in-municipality', value: ['46118'] },
    ],
  });
  expect(invent(either).fits.map(({ facts }) => facts.citizen)).toEqual([
    { attributes: { schoolChildren: 3 } },
    { attributes: {}, municipality: '46118' },
  ]);
});

test('nobody is invented for a rule that holds for nobody', () => {
  expect(invent({ any: [] })).toEqual({ fits: [], nearMisses: [] });
  const never = rule({
    all: [
      { fact: 'citizen.schoolChildren', is: 'less', value: 1 },
      { fact: 'citizen.schoolChildren', is: 'greater', value: 5 },
    ],
  });
  expect(invent(never).fits).toEqual([]);
});

test('over any rule: fits hold, near misses do not, and it always ends', () => {
  fc.assert(
    fc.property(ruleArbitrary, (any) => {
      const { fits, nearMisses } = invent(any);
      for (const { facts } of fits) expect(holds(any, facts)).toBe(true);
      for (const { facts } of nearMisses) expect(holds(any, facts)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('somebody is found for nearly every single comparison', () => {
  let [asked, found] = [0, 0];
  fc.assert(
    fc.property(comparisonArbitrary, (comparison) => {
      asked += 1;
      if (invent(comparison).fits.length > 0) found += 1;
    }),
    { numRuns: 1_000, seed: 7 },
  );
  // The rest ask for what nobody has: a value of another type, an empty list, a range backwards.
  expect(found / asked).toBeGreaterThan(0.75);
});
