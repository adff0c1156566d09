import { describe, expect, test } from 'vitest';
import { bucket } from './bucket.ts';
import { evaluate, type Standing } from './evaluate.ts';
import type { CitizenFacts, Person } from './person.ts';
import type { Reading } from './reading.ts';

const full: CitizenFacts = {
  mobile: '+34260000001',
  landline: '+34290000001',
  email: 'a@ejemplo.invalid',
  pushToken: 't',
  postalAddress: 'Calle Mayor 1',
  consents: ['email'],
  blocked: [],
};
const standing = (person: Partial<Person>, more: Partial<Standing> = {}): Standing => ({
  person: { id: '018f', citizen: full, ...person },
  vars: {},
  event: null,
  heard: [],
  seed: 'aviso',
  now: 0,
  zone: 'Europe/Madrid',
  ...more,
});
type Reach = Extract<Reading, { ask: 'reach' }>;
const reach = (channel: Reach['channel'], person: Partial<Person>, more: Partial<Reach> = {}) =>
  evaluate({ ask: 'reach', channel, class: 'service', to: 'citizen', ...more }, standing(person));
const citizen = (facts: CitizenFacts) => ({ citizen: { ...full, ...facts } });

describe('a channel reaches', () => {
  test.each([
    ['sms', 'mobile'],
    ['email', 'email'],
    ['push', 'pushToken'],
    ['letter', 'postalAddress'],
  ] as const)('%s only whoever has %s', (channel, fact) => {
    expect(reach(channel, {})).toBe(true);
    for (const nothing of [null, undefined, '']) expect(reach(channel, citizen({ [fact]: nothing }))).toBe(false);
    expect(reach(channel, citizen({ blocked: [channel] }))).toBe(false);
  });

  test('voice whoever has a landline or a mobile', () => {
    expect(reach('voice', citizen({ landline: null }))).toBe(true);
    expect(reach('voice', citizen({ mobile: null }))).toBe(true);
    expect(reach('voice', citizen({ mobile: null, landline: null }))).toBe(false);
  });

  test('with informative messages only those who consented', () => {
    expect(reach('email', {}, { class: 'informative' })).toBe(true);
    expect(reach('sms', {}, { class: 'informative' })).toBe(false);
  });

  test.each(['minor', 'represented'])(
    'the representative of a %s person, at the representative’s addresses',
    (flag) => {
      expect(reach('sms', citizen({ [flag]: true }))).toBe(false);
      expect(reach('sms', { ...citizen({ [flag]: true, mobile: null }), representative: full })).toBe(true);
      expect(reach('sms', { ...citizen({ [flag]: true }), representative: { ...full, mobile: null } })).toBe(false);
      expect(reach('sms', { ...citizen({ [flag]: true }), representative: { ...full, deceased: true } })).toBe(false);
    },
  );

  test('the carer only when so asked and there is one', () => {
    expect(reach('sms', { carer: full }, { to: 'carer' })).toBe(true);
    expect(reach('sms', {}, { to: 'carer' })).toBe(false);
    expect(reach('sms', { carer: { ...full, blocked: ['sms'] } }, { to: 'carer' })).toBe(false);
  });

  test('of a protected person themselves only, and never by voice', () => {
    const others = { carer: full, representative: full };
    expect(reach('sms', { ...citizen({ protected: true }), ...others })).toBe(true);
    expect(reach('voice', { ...citizen({ protected: true }), ...others })).toBe(false);
    expect(reach('sms', { ...citizen({ protected: true }), ...others }, { to: 'carer' })).toBe(false);
    expect(reach('sms', { ...citizen({ protected: true, minor: true }), ...others })).toBe(false);
  });

  test('nobody once the citizen is dead', () => {
    for (const to of ['citizen', 'carer'] as const)
      expect(reach('sms', { ...citizen({ deceased: true }), carer: full }, { to })).toBe(false);
    expect(evaluate({ ask: 'flag', flag: 'deceased' }, standing(citizen({ deceased: true })))).toBe(true);
  });
});

test('a share is the citizen’s bucket below a bound, the same for ever and even over citizens', () => {
  // sha256('aviso/n1/018f') begins 5eebde6c, says sha256sum.
  expect(bucket('aviso', 'n1', '018f')).toBe(KNOWN);
  const low = Array.from({ length: 4_000 }, (_, i) => bucket('aviso', 'n1', String(i))).filter((share) => share < 0.3);
  expect(low.length / 4_000).toBeCloseTo(0.3, 1);
  expect(evaluate({ ask: 'share', node: 'n1', below: KNOWN + 1e-9 }, standing({}))).toBe(true);
  expect(evaluate({ ask: 'share', node: 'n1', below: KNOWN }, standing({}))).toBe(false);
});

test('an event happened if one of that type was heard, and its own data fit the rule', () => {
  const rule = { fact: 'event.level', is: 'equals', value: 'red' } as const;
  const happened: Reading = { ask: 'happened', event: 'alert', since: 'run', node: 'n1', rule };
  const heard = (...levels: string[]) =>
    standing({}, { heard: levels.map((level) => ({ type: 'alert', event: { level } })) });
  expect(evaluate(happened, heard('green', 'red'))).toBe(true);
  expect(evaluate(happened, heard('green'))).toBe(false);
  expect(evaluate({ ...happened, event: 'other' }, heard('red'))).toBe(false);
});

const KNOWN = 0x5eebde6c / 2 ** 32;
