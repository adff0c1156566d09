import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsParts } from './sms-parts.ts';

describe('smsParts', () => {
  it('counts GSM-7 at 160 alone and 153 together', () => {
    expect(smsParts('a'.repeat(160))).toMatchObject({ alphabet: 'gsm-7', units: 160, parts: 1 });
    expect(smsParts('a'.repeat(161))).toMatchObject({ parts: 2 });
    expect(smsParts('a'.repeat(306))).toMatchObject({ parts: 2 });
    expect(smsParts('a'.repeat(307))).toMatchObject({ parts: 3 });
  });

  it('counts UCS-2 at 70 alone and 67 together', () => {
    expect(smsParts('ó'.repeat(70))).toMatchObject({ alphabet: 'ucs-2', units: 70, parts: 1 });
    expect(smsParts('ó'.repeat(71))).toMatchObject({ parts: 2 });
    expect(smsParts('ó'.repeat(134))).toMatchObject({ parts: 2 });
    expect(smsParts('ó'.repeat(135))).toMatchObject({ parts: 3 });
  });

  it('names the characters that cost the citizen’s language its short parts', () => {
    expect(smsParts('Atención: situació al Saler, l·l, ñ Ñ é à ü ¿¡').culprits).toEqual(['ó', '·']);
    expect(smsParts('ñÑéàèìòùüÇ¿¡ÄÖ').alphabet).toBe('gsm-7');
  });

  it('counts the extension table twice', () => {
    expect(smsParts('€'.repeat(80))).toMatchObject({ alphabet: 'gsm-7', characters: 80, units: 160, parts: 1 });
    expect(smsParts('€'.repeat(81))).toMatchObject({ units: 162, parts: 2 });
  });

  it('never breaks an escape across parts', () => {
    // 152 septets, then an escape pair that has one septet of room: it moves whole, and so the last character overflows.
    expect(smsParts(`${'a'.repeat(152)}€${'a'.repeat(151)}`)).toMatchObject({ units: 305, parts: 2 });
    expect(smsParts(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ units: 306, parts: 3 });
  });

  it('never breaks a surrogate pair across parts', () => {
    expect(smsParts(`${'ó'.repeat(66)}🔥${'ó'.repeat(65)}`)).toMatchObject({ characters: 132, units: 133, parts: 2 });
    expect(smsParts(`${'ó'.repeat(66)}🔥${'ó'.repeat(66)}`)).toMatchObject({ units: 134, parts: 3 });
  });

  it('has no part for an empty text', () => {
    expect(smsParts('')).toEqual({ alphabet: 'gsm-7', characters: 0, units: 0, parts: 0, culprits: [] });
  });

  it('agrees with cutting the text into parts one character at a time', () => {
    const character = fc.constantFrom('a', '€', 'ó', '🔥', '[', 'ñ');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 400 }), (characters) => {
        const counted = smsParts(characters.join(''));
        expect(counted.parts).toBe(cut(characters));
        expect(counted.characters).toBe(characters.length);
      }),
    );
  });
});

/** The same rule written the slow way: a list of parts, each a list of whole characters. */
function cut(characters: string[]): number {
  const ucs = characters.some((one) => one === 'ó' || one === '🔥');
  const size = (one: string) => (ucs ? one.length : one === '€' || one === '[' ? 2 : 1);
  const total = characters.reduce((sum, one) => sum + size(one), 0);
  if (total <= (ucs ? 70 : 160)) return total === 0 ? 0 : 1;
  const parts: number[] = [0];
  for (const one of characters) {
    const used = parts.at(-1) as number;
    if (used + size(one) > (ucs ? 67 : 153)) parts.push(size(one));
    else parts[parts.length - 1] = used + size(one);
  }
  return parts.length;
}
