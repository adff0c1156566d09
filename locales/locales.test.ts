import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { acts } from '#app/acts.ts';
import { changeKinds } from '#drizzle/changes/index.ts';
import { kindWords } from '#engine/nodes/words.ts';
import { auditActs } from '#engine/office/audit-acts.ts';
import { permissions } from '#engine/office/permission.ts';
import { askedFor, checkLanguage, flatten, valuesOf } from './check-locales.ts';
import { formats, type Messages } from './formats.ts';
import { type Locale, locales, merge, messagesFor, pickLocale } from './locale.ts';
import { problemCodes } from './problem-codes.ts';
import { translator } from './translator.ts';

const root = new URL('../', import.meta.url);
const file = (locale: Locale): Messages =>
  JSON.parse(readFileSync(new URL(`locales/${locale}.json`, root), 'utf8')) as Messages;
/** What a language says itself, in its file and in the folders of node kinds. */
const own = (locale: Locale): Messages => merge(kindWords(locale), file(locale));
const es = own('es');

describe('every language', () => {
  for (const locale of locales)
    test(`${locale} says every sentence, in valid ICU and without a forbidden word`, () => {
      expect(checkLanguage(es, own(locale), { complete: true })).toEqual([]);
    });
});

test('the check sees a missing key, bad ICU, an unknown value and a forbidden word', () => {
  const reference = { a: { b: 'Hola {n}', c: 'Adiós' } };
  expect(checkLanguage(reference, { a: { b: 'Hello {n' } }, { complete: true })).toEqual([
    'a.c: missing',
    'a.b: not valid ICU',
  ]);
  expect(checkLanguage(reference, { a: { b: '{m}', c: 'el usuario' }, d: 'x' }, { complete: true })).toEqual([
    'a.b: {m} is not in the Spanish sentence',
    'a.c: «usuario» is never said',
    'd: not in Spanish',
  ]);
  expect(checkLanguage({ a: 'x' }, { a: 'Una notificación' }, { complete: false })).toHaveLength(1);
  expect(checkLanguage({ a: 'x' }, { a: 'La notificación en Notific@' }, { complete: false })).toEqual([]);
});

test('values are found inside plurals', () => {
  expect(valuesOf('{n, plural, one {1 en {place}} other {{n, number, n} en {place}}} {m}')).toEqual(
    new Set(['n', 'place', 'm']),
  );
});

const sources = new Map(
  ['app', 'designer', 'ui', 'bin', 'workflows', 'engine', 'drizzle'].flatMap((room) =>
    readdirSync(new URL(`${room}/`, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => [`${room}/${file}`, readFileSync(new URL(`${room}/${file}`, root), 'utf8')] as const),
  ),
);
const asked = askedFor([...sources.values()]);
const keys = flatten(es);
const families = new Set(Object.keys(es));

const names = new Set(Object.keys({ ...permissions, ...acts, ...auditActs, ...changeKinds }));
/** Files, facts and values of a message, and the command line, which speaks for itself, write names that look like keys too. */
const isName = (key: string) =>
  names.has(key) || /\.(ts|mjs|js|json|html|txt|svg)$|^(task|event|member|citizen)\.[a-z]+$|^message\.code$/.test(key);

test('every sentence that code asks for exists', () => {
  const pages = askedFor(
    [...sources].flatMap(([file, source]) =>
      !file.startsWith('bin/') && /useTranslations|words\(\)|\bsay\b/.test(source) ? [source] : [],
    ),
  );
  const missing = [...pages.whole].filter((key) => families.has(key.split('.')[0] ?? '') && !keys.has(key));
  expect(missing.filter((key) => !isName(key))).toEqual([]);
});

test('every sentence is asked for by some page', () => {
  const data = new Set(['problems', 'rule', 'summary', 'phrase', 'problem', 'kind', 'port', 'fields']);
  const unused = [...keys.keys()].filter(
    (key) =>
      !data.has(key.split('.')[0] ?? '') &&
      !asked.whole.has(key) &&
      ![...asked.beginnings].some((start) => key.startsWith(start)),
  );
  expect(unused).toEqual([]);
});

test('every problem that the engine or a channel can raise has its sentence in every language', () => {
  const codes = problemCodes(root);
  expect(codes.length).toBeGreaterThan(80);
  for (const { problems } of locales.map(own))
    expect(codes.filter((code) => !Object.hasOwn(problems as Messages, code))).toEqual([]);
});

test('figures are grouped alike in every language', () => {
  const t = createTranslator({ locale: 'ca', messages: messagesFor('ca'), formats, timeZone: 'Europe/Madrid' });
  expect(t('drawing.people' as never, { n: 1204 } as never)).toBe('1.204 persones');
  expect(t('rail.runs' as never)).toBe('En marxa');
});

test('what one language does not say is said in the other', () => {
  expect(merge({ a: { b: 'pan', c: 'sal' } }, { a: { b: 'pa' } })).toEqual({ a: { b: 'pa', c: 'sal' } });
});

test('the language is the cookie, else the best that the browser asks for, else Spanish', () => {
  expect(pickLocale('eu', 'en')).toBe('eu');
  expect(pickLocale('xx', 'fr;q=0.9, en-GB;q=0.8, gl;q=0.85')).toBe('gl');
  expect(pickLocale(undefined, null)).toBe('es');
});

test('a name that every object has by birth is no sentence', () => {
  const t = translator('es');
  expect(t.has('outcome.constructor')).toBe(false);
  expect(t.has('channel.sms')).toBe(true);
});
