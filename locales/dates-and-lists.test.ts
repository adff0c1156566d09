import { describe, expect, test } from 'vitest';
import { dateFormat, listFormat } from './dates-and-lists.ts';

const at = Date.UTC(2026, 10, 26, 22, 5, 9);
const timeZone = 'Europe/Madrid';
const say = (locale: string, options: Intl.DateTimeFormatOptions) =>
  dateFormat(locale, { timeZone, ...options }).format(at);

describe('dates that no browser need know', () => {
  const cases: [Intl.DateTimeFormatOptions, string, string][] = [
    [
      { dateStyle: 'full', timeStyle: 'short' },
      'xoves, 26 de novembro de 2026, 23:05',
      '2026(e)ko azaroaren 26(a), osteguna, 23:05',
    ],
    [{ dateStyle: 'long' }, '26 de novembro de 2026', '2026(e)ko azaroaren 26(a)'],
    [{ dateStyle: 'medium', timeStyle: 'short' }, '26 de nov. de 2026, 23:05', '2026 aza. 26, 23:05'],
    [{ dateStyle: 'short', timeStyle: 'medium' }, '26/11/2026, 23:05:09', '2026/11/26, 23:05:09'],
    [{ weekday: 'short', day: 'numeric', month: 'short' }, 'xov, 26 de nov.', 'aza. 26, og.'],
    [{ day: 'numeric', month: 'long' }, '26 de novembro', 'azaroaren 26(a)'],
    [{ month: 'long' }, 'novembro', 'azaroa'],
    [{ weekday: 'long' }, 'xoves', 'osteguna'],
    [{ weekday: 'narrow' }, 'X', 'O'],
    [{ hour: '2-digit', minute: '2-digit' }, '23:05', '23:05'],
    [{ timeStyle: 'short' }, '23:05', '23:05'],
  ];
  for (const [options, galician, basque] of cases)
    test(JSON.stringify(options), () => {
      expect([say('gl', options), say('eu', options)]).toEqual([galician, basque]);
    });

  test('the first day of a year in another zone is the last of the one before', () => {
    const format = dateFormat('eu', { dateStyle: 'medium', timeZone: 'Atlantic/Canary' });
    expect(format.format(Date.parse('2027-01-01T00:30:00+01:00'))).toBe('2026 abe. 31');
  });

  test('in the other languages Intl writes', () => {
    for (const locale of ['es', 'ca', 'en', 'fr'])
      expect(say(locale, { dateStyle: 'full' })).toBe(
        new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }).format(at),
      );
  });
});

test('lists are joined as Intl joins them where it knows the language', () => {
  const parts = ['a', 'b', 'c'];
  for (const locale of ['es', 'ca', 'gl', 'eu'])
    for (const type of ['conjunction', 'disjunction'] as const)
      for (const n of [0, 1, 2, 3])
        expect(listFormat(locale, type).format(parts.slice(0, n))).toBe(
          new Intl.ListFormat(locale, { type }).format(parts.slice(0, n)),
        );
});
