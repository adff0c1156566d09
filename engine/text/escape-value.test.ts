import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeValue, LONGEST_VALUE, type Medium, meet } from './escape-value.ts';

const medium = fc.constantFrom<Medium>('sms', 'voice', 'text', 'html');
const nasty = fc.constantFrom(
  '.',
  '..',
  '/',
  '//',
  ':',
  '://',
  '@',
  'http',
  'https://',
  'evil',
  '.com',
  'www.',
  'a',
  '1',
  '192.168',
  '.1.1',
  ' ',
  '\n',
  '\r',
  '\u2028',
  '\u200b',
  '\u202e',
  '．',
  '。',
  '／',
  '＠',
  '：',
  '＜',
  '<b>',
  '</a>',
  '<',
  '&',
  '"',
  "'",
  '[x](',
  ')',
  'tel',
  'mailto:',
  'ejemplo.es',
  'bit.ly/x',
  'javascript:alert(1)',
  'María',
  'C/',
  '\\\\',
  '-',
  '_',
  '·',
  '€',
  '🔥',
  '\ud83d',
);
const value = fc.oneof(
  fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

describe('escapeValue', () => {
  it('leaves names, codes, amounts, dates and hours as they are', () => {
    for (const plain of [
      "Núria O'Donnell-Pérez",
      '12.50',
      '1.234,50 €',
      '31.12.2026',
      '02/07/2026',
      '18:30',
      'C/ Mayor 3',
      'ABCDE-FGHJK',
    ]) {
      expect(escapeValue(plain, 'sms')).toBe(plain);
    }
  });

  it('breaks up addresses of every kind', () => {
    expect(escapeValue('https://evil.com/x', 'sms')).toBe('https: evil. com/x');
    expect(escapeValue('ana@ejemplo.es', 'text')).toBe('ana(a)ejemplo. es');
    expect(escapeValue('tel:806123456', 'sms')).toBe('tel: 806123456');
    expect(escapeValue('192.168.1.1', 'sms')).toBe('192. 168. 1. 1');
    expect(escapeValue('evil．com', 'sms')).toBe('evil. com');
    expect(escapeValue('Juan\nPulse aquí', 'sms')).toBe('Juan Pulse aquí');
    expect(escapeValue('<b>a & "b"</b>', 'html')).toBe('(b)a &amp; &quot;b&quot;(b)');
  });

  it('keeps apart what would become an address where it meets, and nothing else', () => {
    expect(['192.168', '1.1.1'].reduce(meet)).toBe('192.168 1.1.1');
    expect(['1.5', '1.5', '1.5'].reduce(meet)).toBe('1.51.5 1.5');
    expect(['18', '.', '30'].reduce(meet)).toBe('18.30');
    expect(['El ', '31.12.2026', '.'].reduce(meet)).toBe('El 31.12.2026.');
    expect(meet('art. ', '1.2.3')).toBe('art. 1.2.3');
  });

  it('never lets a link or markup through, also where values meet', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), medium, (values, where) => {
        const written = values.map((one) => escapeValue(one, where)).reduce(meet, '');
        expect(written).not.toMatch(/[<>[\]{}@\\\n\r\t\u2028\u2029\u200b\u202e]/);
        expect(written).not.toMatch(/\/\/|:\//);
        expect(written).not.toMatch(/[\p{L}\p{N}_-]\.[\p{L}_-]/u);
        expect(written).not.toMatch(/\d\.\d+\.\d+\.\d/);
        expect(written).not.toMatch(/(^|[^\d\s]):\S/);
        if (where === 'html') expect(written.replace(/&(amp|quot|#39);/g, '')).not.toMatch(/[&"']/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never longer than its medium allows, and never ends in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 400, maxLength: 1_500 }), medium, (long, where) => {
        const written = escapeValue(long, where).replace(/&(amp|quot|#39);/g, '·');
        // Breaking up an address adds at most two characters per character.
        expect(written.length).toBeLessThanOrEqual(LONGEST_VALUE[where] * 3);
        expect(written).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('answers at once whatever it is given', () => {
    for (const hard of ['a'.repeat(1e5) + '!', '.'.repeat(1e5), '1.'.repeat(1e5), ' '.repeat(1e5), '/'.repeat(1e5)]) {
      const start = performance.now();
      escapeValue(hard, 'text');
      expect(performance.now() - start).toBeLessThan(200);
    }
  });
});
