import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { citizenArbitrary, eventArbitrary, variablesArbitrary } from '#engine/rule/facts.arbitrary.ts';
import { holds } from '#engine/rule/holds.ts';
import { ruleArbitrary } from '#engine/rule/rule.arbitrary.ts';
import { fromQuery, toQuery } from './query.ts';

const now = Date.UTC(2026, 6, 1, 10);

test('a rule that went through the builder means what it meant', () => {
  fc.assert(
    fc.property(ruleArbitrary, citizenArbitrary, variablesArbitrary, eventArbitrary, (rule, citizen, member, event) => {
      const facts = { citizen, member, event, now, zone: 'Europe/Madrid' };
      expect(holds(fromQuery(toQuery(rule)), facts)).toBe(holds(rule, facts));
    }),
    { numRuns: 1_000 },
  );
});

test('what the builder gives back stays as it is when it goes through again', () => {
  fc.assert(
    fc.property(ruleArbitrary, (rule) => {
      const once = fromQuery(toQuery(rule));
      expect(fromQuery(toQuery(once))).toEqual(once);
    }),
    { numRuns: 1_000 },
  );
});

test('half a rule is kept as it is, and nothing asks nothing', () => {
  const half = {
    all: [
      { fact: '', is: 'equals' },
      { fact: 'citizen.sex', is: 'equals', value: '' },
    ],
  };
  expect(fromQuery(toQuery(half))).toEqual(half);
  expect(toQuery(undefined)).toEqual({ combinator: 'and', rules: [] });
});
