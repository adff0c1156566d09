import * as fc from 'fast-check';
import { coreAttributes } from './core-attributes.ts';
import { arbitraryAttributes, arbitraryEventPaths, arbitraryVariables } from './facts.arbitrary.ts';
import { type Comparison, maxDepth, type Rule } from './rule.ts';
import { circle, code, day, needs, number, point, ring, wordArbitrary } from './values.arbitrary.ts';

/** One comparison, nearly always one that means something for its fact. */
export const comparisonArbitrary: fc.Arbitrary<Comparison> = comparison();

/** Rules as officials could draw them, and deeper. */
export const ruleArbitrary: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule; leaf: Rule }>((tie) => ({
  leaf: comparison(),
  rule: fc.oneof(
    { maxDepth: Math.min(4, maxDepth - 1), depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('rule'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('rule'), { maxLength: 3 }).map((any) => ({ any })),
    tie('rule').map((not) => ({ not })),
  ),
})).rule;

function comparison(): fc.Arbitrary<Comparison> {
  const core = Object.entries(coreAttributes);
  const named = (type: string) => core.flatMap(([name, entry]) => (entry.type === type ? [`citizen.${name}`] : []));
  const json = [
    ...[...arbitraryAttributes, 'protected', 'unheard-of'].map((name) => `citizen.${name}`),
    ...arbitraryVariables.map((name) => `member.${name}`),
    ...arbitraryEventPaths.map((path) => `event.${path}`),
  ];
  const any = fc.oneof(fc.constantFrom(...json), fc.constantFrom(...core.map(([name]) => `citizen.${name}`)));
  const fact = (...types: string[]) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...types.flatMap(named)) },
      { weight: 4, arbitrary: fc.constantFrom(...json) },
      { weight: 1, arbitrary: any },
    );
  const scalar = fc.oneof(wordArbitrary, code, number, fc.boolean(), fc.constantFrom('F', 'f', 'person', 'es'));
  const textOrNumber = fc.oneof(wordArbitrary, code, number);
  const date = fc.oneof(fc.constant('today'), day);
  const is = <const T extends string>(...operators: T[]) => fc.constantFrom<T[]>(...operators) as fc.Arbitrary<T>;
  return fc.oneof(
    fc.record({ fact: fact('text', 'code', 'number', 'boolean'), is: is('equals', 'not-equals'), value: scalar }),
    fc.record({
      fact: fact('text', 'code', 'number'),
      is: is('in', 'not-in'),
      value: fc.array(textOrNumber, { maxLength: 4 }),
    }),
    fc.record({ fact: fact('text', 'code'), is: is('contains', 'starts-with'), value: fc.oneof(wordArbitrary, code) }),
    fc.record({ fact: fact('list'), is: is('has'), value: fc.constantFrom(...needs, 'sms', 'email') }),
    fc.record({ fact: fact('list'), is: is('has-any'), value: fc.subarray([...needs, 'sms', 'letter']) }),
    fc.record({ fact: fact('number'), is: is('less', 'at-most', 'greater', 'at-least'), value: number }),
    fc.record({ fact: fact('number'), is: is('between'), value: fc.tuple(number, number) }),
    fc.record({ fact: fact('date'), is: is('between'), value: fc.tuple(date, date) }),
    fc.record({ fact: fact('date'), is: is('before', 'after', 'on'), value: date }),
    fc.record({
      fact: fact('date'),
      is: is('in-last-days', 'in-next-days'),
      value: fc.constantFrom(0, 1, 30, 400, 20_000, 36_500),
    }),
    fc.record({
      fact: fact('date'),
      is: is('age-between'),
      value: fc.constantFrom<[number, number]>([0, 0], [18, 18], [18, 65], [0, 150], [66, 99], [70, 60]),
    }),
    fc.record({ fact: any, is: is('exists', 'missing') }),
    fc.record({
      fact: fc.constantFrom('citizen.municipality', 'citizen.place', 'citizen.school', 'event.data.place'),
      is: is('in-municipality'),
      value: fc.array(code, { maxLength: 4 }),
    }),
    fc.record({
      fact: fc.constantFrom('citizen.municipality', 'citizen.place', 'citizen.school', 'event.data.place'),
      is: is('in-province'),
      value: fc.subarray(['28', '35', '46', '2', '']),
    }),
    fc.record({
      fact: fact('place'),
      is: is('inside-polygon'),
      value: fc.oneof({ weight: 6, arbitrary: ring }, fc.array(point, { maxLength: 2 })),
    }),
    fc.record({ fact: fact('place'), is: is('within-km'), value: circle }),
    fc.record({ fact: fact('place'), is: is('inside-area-of-event') }),
  );
}
