import { expect, test } from 'vitest';
import { attributesUsed } from '../attributes-used.ts';
import { check } from '../check.ts';
import { compile } from '../compile.ts';
import { parse } from '../journey.ts';
import { catalogue, fixtures } from '../journeys.fixture.ts';
import { subjectOf } from './subject.ts';

const context = { catalogue, endpoints: ['becas'], skills: ['social', 'emergencias'] };
const law = { cauce: 1, slug: 'prueba', title: 'Prueba', basis: { kind: 'public-task', norm: 'x' }, dir3: 'L01281234' };
const journey = (more: object = {}) => ({
  ...law,
  nodes: [
    { id: 'go', kind: 'launch', config: { audience: { fact: 'citizen.degree', is: 'equals', value: 2 } } },
    {
      id: 'tell',
      kind: 'notify',
      config: {
        rungs: [
          { id: 'sms', channel: 'sms' },
          { id: 'letter', channel: 'letter' },
        ],
      },
    },
    { id: 'out', kind: 'end', config: { outcome: 'done' } },
  ],
  edges: [
    { from: 'go', port: 'start', to: 'tell' },
    { from: 'tell', port: 'reached', to: 'out' },
    { from: 'tell', port: 'nobody', to: 'out' },
  ],
  stops: [{ id: 's', title: 'Ya', rule: { fact: 'citizen.filed', is: 'equals', value: true }, outcome: 'filed' }],
  texts: {
    es: { tell: { sms: { body: 'Hasta el {{ citizen.deadline }}' }, letter: { subject: 'Aviso', body: 'Hola' } } },
  },
  ...more,
});
const held = (purposes?: string[]) => ({
  catalogue: [
    { name: 'degree', type: 'number' as const, title: {}, ...(purposes && { purposes }) },
    { name: 'filed', type: 'boolean' as const, title: {}, ...(purposes && { purposes }) },
    { name: 'deadline', type: 'date' as const, title: {}, ...(purposes && { purposes }) },
  ],
});
const purposeProblems = (json: object, purposes?: string[]) =>
  check(json, held(purposes)).filter(({ code }) => code.includes('purpose'));

test('an attribute held for another purpose is refused in rules, stop rules and texts, with node and attribute', () => {
  const found = purposeProblems(journey({ purposeCode: 'heat' }), ['care']);
  expect(found.map(({ node, path, params }) => [node, path?.[0], params?.['attribute'], params?.['purpose']])).toEqual([
    ['go', 'audience', 'degree', 'heat'],
    [undefined, 'stops', 'filed', 'heat'],
    ['tell', 'texts', 'deadline', 'heat'],
  ]);
});

test('held for this purpose among others it may be used', () => {
  expect(purposeProblems(journey({ purposeCode: 'heat' }), ['care', 'heat'])).toEqual([]);
});

test('a journey that does not say what it is for may use nothing that is held for something', () => {
  expect(purposeProblems(journey(), ['care'])).toEqual([
    { code: 'no-purpose', severity: 'error', path: ['purposeCode'], params: { attribute: 'degree' } },
  ]);
  expect(purposeProblems(journey())).toEqual([]);
});

test('held for nothing it may be used for nothing', () => {
  expect(purposeProblems(journey({ purposeCode: 'heat' }), [])).toHaveLength(3);
});

test('waits, variables and calls count as uses', () => {
  const used = fixtures.flatMap((json) => {
    const parsed = parse(json);
    if (!parsed.ok) throw new Error('fixture');
    return attributesUsed(subjectOf(parsed.journey, context, compile(parsed.journey))).map(
      ({ attribute }) => attribute,
    );
  });
  expect(used).toEqual(expect.arrayContaining(['becaComedor', 'plazoBeca']));
});
