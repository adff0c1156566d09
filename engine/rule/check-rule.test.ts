import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRule } from './check-rule.ts';
import { ruleArbitrary } from './rule.arbitrary.ts';
import { ruleSchema } from './rule.ts';

const known = {
  attributes: [{ name: 'income', type: 'number' }] as const,
  variables: [{ name: 'answer', type: 'text' }] as const,
  event: true,
};
const codes = (raw: unknown, event = true) =>
  checkRule(ruleSchema.parse(raw), { ...known, event }).map(({ code }) => code);

describe('checking a rule', () => {
  test('finds nothing in a sound one', () => {
    const sound = {
      all: [
        { fact: 'citizen.birthDate', is: 'age-between', value: [18, 64] },
        {
          any: [
            { fact: 'citizen.income', is: 'less', value: 20_000 },
            { fact: 'member.answer', is: 'equals', value: 'sí' },
          ],
        },
        { not: { fact: 'event.data.severity', is: 'equals', value: 3 } },
        { fact: 'citizen.place', is: 'inside-area-of-event' },
        { fact: 'citizen.municipality', is: 'in-municipality', value: ['06127'] },
        {
          fact: 'citizen.place',
          is: 'inside-polygon',
          value: [
            [39, -6],
            [39, -5],
            [40, -5],
          ],
        },
      ],
    };
    expect(codes(sound)).toEqual([]);
  });

  test.each([
    ['rule-unknown-attribute', { fact: 'citizen.shoeSize', is: 'exists' }],
    ['rule-unknown-variable', { fact: 'member.mood', is: 'exists' }],
    ['rule-names-safety-flag', { fact: 'citizen.protected', is: 'exists' }],
    ['rule-operator-not-for-type', { fact: 'citizen.birthDate', is: 'contains', value: '19' }],
    ['rule-operator-not-for-type', { fact: 'citizen.income', is: 'before', value: 'today' }],
    ['rule-value-of-wrong-type', { fact: 'citizen.income', is: 'equals', value: 'much' }],
    ['rule-value-of-wrong-type', { fact: 'citizen.livesAlone', is: 'equals', value: 'yes' }],
    ['rule-value-of-wrong-type', { fact: 'citizen.income', is: 'in', value: [1, 'two'] }],
    ['rule-value-of-wrong-type', { fact: 'citizen.birthDate', is: 'between', value: [1, 2] }],
    ['rule-range-backwards', { fact: 'citizen.income', is: 'between', value: [2, 1] }],
    ['rule-range-backwards', { fact: 'citizen.birthDate', is: 'age-between', value: [65, 18] }],
    ['rule-empty-list', { fact: 'citizen.sex', is: 'in', value: [] }],
    ['rule-empty-text', { fact: 'citizen.givenName', is: 'contains', value: '\u0301' }],
    ['rule-bad-municipality', { fact: 'citizen.municipality', is: 'in-municipality', value: ['28079', '53001'] }],
    ['rule-bad-province', { fact: 'citizen.place', is: 'in-province', value: ['00'] }],
    [
      'polygon-too-few',
      {
        fact: 'citizen.place',
        is: 'inside-polygon',
        value: [
          [39, -6],
          [39, -5],
        ],
      },
    ],
    [
      'polygon-crosses-itself',
      {
        fact: 'citizen.place',
        is: 'inside-polygon',
        value: [
          [39, -6],
          [40, -5],
          [39, -5],
          [40, -6],
        ],
      },
    ],
    ['coordinate-out-of-range', { fact: 'citizen.place', is: 'within-km', value: { lat: 91, lon: 0, km: 1 } }],
    ['rule-bad-radius', { fact: 'citizen.place', is: 'within-km', value: { lat: 40, lon: 0, km: 0 } }],
  ])('names %s', (code, rule) => {
    expect(codes(rule)).toContain(code);
  });

  test('tells where: group and comparison', () => {
    const rule = ruleSchema.parse({ any: [{ not: { all: [] } }, { fact: 'citizen.sex', is: 'in', value: [] }] });
    expect(checkRule(rule, known, ['stops', 0]).map(({ code, path }) => [code, path?.join('.')])).toEqual([
      ['rule-empty-group', 'stops.0.any.0.not.all'],
      ['rule-empty-list', 'stops.0.any.1.value'],
    ]);
  });

  test('only warns when the whole rule is an `all` of nothing: everyone', () => {
    expect(checkRule({ all: [] }, known)).toEqual([{ code: 'rule-for-everyone', severity: 'warning', path: [] }]);
    expect(codes({ any: [] })).toEqual(['rule-empty-group']);
  });

  test('refuses to ask of an event where there is none', () => {
    expect(codes({ fact: 'event.data.x', is: 'exists' }, false)).toEqual(['rule-without-event']);
    expect(codes({ fact: 'citizen.place', is: 'inside-area-of-event' }, false)).toEqual(['rule-without-event']);
  });

  test('never throws', () => {
    fc.assert(fc.property(ruleArbitrary, (rule) => void checkRule(rule, known)));
  });
});
