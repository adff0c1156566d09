import { expect, test } from 'vitest';
import { reads } from './reads.ts';
import { ruleSchema } from './rule.ts';
import { sentence } from './sentence.ts';

const rule = ruleSchema.parse({
  all: [
    { fact: 'citizen.place', is: 'inside-area-of-event' },
    {
      any: [
        { fact: 'citizen.income', is: 'less', value: 9_000 },
        { not: { fact: 'member.answer', is: 'in', value: ['no', 1] } },
      ],
    },
    { fact: 'event.data.deadline', is: 'after', value: '2026-07-01' },
  ],
});

test('says each attribute, variable and part of the event that an answer hangs on', () => {
  expect(reads(rule)).toEqual({
    attributes: ['income', 'lat', 'lon', 'municipality', 'zone'],
    variables: ['answer'],
    event: ['area', 'data.deadline'],
    sweeps: false,
  });
});

test.each([
  [{ fact: 'citizen.birthDate', is: 'age-between', value: [18, 64] }, true],
  [{ fact: 'citizen.expiry', is: 'in-next-days', value: 30 }, true],
  [{ not: { fact: 'citizen.expiry', is: 'before', value: 'today' } }, true],
  [{ fact: 'citizen.expiry', is: 'between', value: ['2026-01-01', 'today'] }, true],
  [{ fact: 'citizen.expiry', is: 'before', value: '2026-07-01' }, false],
  [{ fact: 'citizen.word', is: 'equals', value: 'today' }, false],
])('knows whether %j changes with the date', (raw, sweeps) => {
  expect(reads(ruleSchema.parse(raw)).sweeps).toBe(sweeps);
});

test('tells a rule as a sentence in reading order, inner groups enclosed', () => {
  expect(sentence(rule).map(({ code }) => code)).toEqual([
    'rule.is.inside-area-of-event',
    'rule.and',
    'rule.open',
    'rule.is.less',
    'rule.or',
    'rule.is.not-in',
    'rule.close',
    'rule.and',
    'rule.is.after',
  ]);
  expect(sentence(rule)[5]?.params).toEqual({ fact: 'member.answer', value: 'no, 1', count: 2 });
});

test.each([
  [{ fact: 'citizen.hasFiled', is: 'equals', value: true }, 'rule.is.not-true'],
  [{ fact: 'citizen.hasFiled', is: 'equals', value: false }, 'rule.is.not-false'],
  [{ fact: 'citizen.language', is: 'equals', value: 'gl' }, 'rule.is.not-equals'],
  [{ fact: 'citizen.language', is: 'not-equals', value: 'gl' }, 'rule.is.equals'],
  [{ fact: 'citizen.email', is: 'exists' }, 'rule.is.missing'],
  [{ fact: 'citizen.email', is: 'missing' }, 'rule.is.exists'],
  [{ fact: 'citizen.birthDate', is: 'age-between', value: [18, 64] }, 'rule.not rule.is.age-between'],
])('tells that %j does not hold without a double no', (raw, codes) => {
  const pieces = sentence(ruleSchema.parse({ not: raw }));
  expect(pieces.map(({ code }) => code).join(' ')).toBe(codes);
});
