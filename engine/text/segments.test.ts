import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSegments, valueSource } from './segments.ts';
import { parseTemplate, renderTemplate } from './template.ts';

const setting = { medium: 'sms', language: 'es', zone: 'Europe/Madrid' } as const;

test('values are told apart from words, with what stands for them and how they are written', () => {
  expect(
    readSegments(`Hola, {{ citizen.givenName | default: "vecina" }}: hasta el {{ citizen.plazo | date: 'long' }}.`),
  ).toEqual([
    { is: 'words', source: 'Hola, ' },
    {
      is: 'value',
      source: '{{ citizen.givenName | default: "vecina" }}',
      name: 'citizen.givenName',
      format: null,
      fallback: 'vecina',
    },
    { is: 'words', source: ': hasta el ' },
    {
      is: 'value',
      source: "{{ citizen.plazo | date: 'long' }}",
      name: 'citizen.plazo',
      format: "date: 'long'",
      fallback: null,
    },
    { is: 'words', source: '.' },
  ]);
  expect(readSegments('{% if citizen.livesAlone %}Sola{% endif %}').map(({ is }) => is)).toEqual([
    'code',
    'words',
    'code',
  ]);
});

test('no text is lost: the pieces one after another are the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{{', '}}', '{%', '%}', '|', 'a.b', ' ', "'", '"', 'default:', '\n') }),
      (text) => {
        expect(
          readSegments(text)
            .map(({ source }) => source)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});

test('what is written for a value is read as that value, and its fallback is what people get', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.constantFrom(null, "date: 'long'", 'capitalize'), (words, format) => {
      const source = valueSource({ name: 'citizen.givenName', format, fallback: words });
      const [segment] = readSegments(source);
      expect(segment).toMatchObject({ is: 'value', name: 'citizen.givenName', format });
      const template = parseTemplate(source, setting);
      if (!template.ok) throw new Error(template.problem.code);
      expect(renderTemplate(template.value, { citizen: {} }).ok).toBe(true);
    }),
  );
});
