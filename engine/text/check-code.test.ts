import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCode, readCheckCode, uuidEndings } from './check-code.ts';

const uuid = fc.uuid();

describe('checkCode', () => {
  it('is always the same for one message', () => {
    expect(checkCode('0190f2c4-7d00-7a3b-9c1d-0123456789ab')).toBe(checkCode('0190F2C4-7D00-7A3B-9C1D-0123456789AB'));
    expect(checkCode('0190f2c4-7d00-7a3b-9c1d-0123456789ab')).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('is read back however it is typed, and leads to its message', () => {
    fc.assert(
      fc.property(uuid, (id) => {
        const code = checkCode(id);
        const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace('-', ' ');
        expect(readCheckCode(typed)).toBe(code);
        expect(uuidEndings(code)).toContain(id.slice(-12));
      }),
    );
  });

  it('shows any one wrong character and any two swapped', () => {
    const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
    const place = fc.nat({ max: 9 });
    fc.assert(
      fc.property(uuid, place, place, fc.constantFrom(...alphabet), (id, a, b, wrong) => {
        const code = [...checkCode(id).replace('-', '')];
        const slip = code.with(a, wrong).join('');
        expect(readCheckCode(slip) === undefined).toBe(code[a] !== wrong);
        const swapped = code
          .with(a, code[b] as string)
          .with(b, code[a] as string)
          .join('');
        expect(readCheckCode(swapped) === undefined).toBe(code[a] !== code[b]);
      }),
    );
  });

  it('refuses what cannot be a code', () => {
    for (const text of ['', 'ABCDE', 'ABCDE-FGHJKM', 'UUUUU-UUUUU', '¿?']) expect(readCheckCode(text)).toBeUndefined();
    expect(() => checkCode('not a uuid')).toThrow(RangeError);
  });
});
