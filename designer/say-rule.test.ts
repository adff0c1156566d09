import { expect, test } from 'vitest';
import type { Attribute } from '#engine/rule/attribute.ts';
import { type Rule, ruleSchema } from '#engine/rule/rule.ts';
import { translator } from '#locales/translator.ts';
import { sayRule } from './say-rule.ts';
import { sayingAttributes } from './saying-attributes.ts';

const catalogue: Pick<Attribute, 'name' | 'title'>[] = [
  { name: 'hasFiled', title: { es: 'Ha presentado la solicitud', en: 'Has filed the form' } },
  { name: 'itvExpiry', title: { es: 'Fin de validez de la ITV' } },
  { name: 'dni', title: { es: 'DNI en vigor' } },
];
const filed = { fact: 'citizen.hasFiled', is: 'equals', value: true };
const said = (rule: object, locale: 'es' | 'en' = 'es') =>
  sayRule(sayingAttributes(translator(locale), catalogue), ruleSchema.parse(rule) satisfies Rule);

test('asks by the names of the catalogue, in the reader’s language and in Spanish where there is no other', () => {
  expect(said(filed)).toBe('ha presentado la solicitud: sí');
  expect(said(filed, 'en')).toBe('has filed the form: yes');
  expect(said({ fact: 'citizen.itvExpiry', is: 'in-next-days', value: 30 }, 'en')).toBe(
    'fin de validez de la ITV in the next 30 days',
  );
  expect(said({ fact: 'citizen.dni', is: 'exists' })).toBe('consta DNI en vigor');
});

test('what does not hold is said without a double no, and says that not knowing counts', () => {
  const rule = { all: [{ fact: 'citizen.livesAlone', is: 'equals', value: true }, { not: filed }] };
  expect(said(rule)).toBe('vive sola: sí y ha presentado la solicitud: no, o no consta');
  expect(said({ not: { any: [filed, { fact: 'citizen.email', is: 'exists' }] } })).toBe(
    'no se cumple: (ha presentado la solicitud: sí o consta correo)',
  );
});

test('values are said by their names, lists with their last «o», and a text is left as it was written', () => {
  expect(said({ fact: 'citizen.needs', is: 'has-any', value: ['sight', 'oxygen', 'own'] })).toBe(
    'necesidades incluye vista, oxígeno u own',
  );
  expect(said({ fact: 'citizen.language', is: 'in', value: ['gl', 'eu'] })).toBe('idioma: Galego o Euskara');
  expect(said({ fact: 'event.urgency', is: 'equals', value: 'Immediate' })).toBe('urgencia: inmediata');
  expect(said({ fact: 'citizen.postalAddress', is: 'contains', value: 'Mayor, 3' })).toBe(
    'dirección postal contiene «Mayor, 3»',
  );
});

test('what is the person’s, the event’s and the journey’s own is not mixed up', () => {
  const kind = (fact: string) => said({ fact, is: 'equals', value: 'x' });
  expect([kind('citizen.kind'), kind('event.kind'), kind('member.kind')]).toEqual([
    'clase de persona: x',
    'clase de novedad: x',
    'kind: x',
  ]);
});

test('an attribute that nobody catalogued keeps its name', () => {
  expect(said({ fact: 'citizen.shoe-size', is: 'at-least', value: 40 })).toBe('shoe size al menos 40');
});
