/** Crockford's base 32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The code by which a citizen can ask whether a message is genuine: `XXXXX-XXXXX`, nine characters from the last 45 bits
 * of the message's uuid (so that it can be looked up) and one that detects any wrong character and any two swapped.
 */
export function checkCode(messageId: string): string {
  const digits = messageId.slice(-12);
  if (!/^[0-9a-f]{12}$/i.test(digits)) throw new RangeError(`not a uuid: ${messageId}`);
  const rest = Number.parseInt(digits, 16) % 2 ** 45;
  const [high, low] = [Math.floor(rest / 2 ** 25), rest % 2 ** 25];
  let code = '';
  let sum = 0;
  for (let place = 0; place < 9; place++) {
    const value = (place < 4 ? high >> (15 - 5 * place) : low >> (40 - 5 * place)) & 31;
    sum = timesX(sum ^ value);
    code += ALPHABET.charAt(value);
  }
  code += ALPHABET.charAt(sum);
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** A code as somebody typed or read it aloud (any case, spaces, O for 0, I or L for 1) in its one spelling; undefined if it is wrong. */
export function readCheckCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const values = Array.from(code, (character) => ALPHABET.indexOf(character));
  if (values.length !== 10 || values.includes(-1)) return undefined;
  return checkOf(values.slice(0, 9)) === values[9] ? `${code.slice(0, 5)}-${code.slice(5)}` : undefined;
}

/** The last 12 hexadecimal figures of the uuids that a good code can mean: the code leaves three bits open. */
export function uuidEndings(code: string): string[] {
  const values = Array.from(code.replace('-', ''), (character) => ALPHABET.indexOf(character));
  const low = values.slice(0, 9).reduce((sum, value) => sum * 32 + value, 0);
  return Array.from({ length: 8 }, (_, high) => (high * 2 ** 45 + low).toString(16).padStart(12, '0'));
}

// Horner's scheme in GF(32) with x^5 + x^2 + 1: every place has its own weight, so a slip or a swap always shows.
function checkOf(values: number[]): number {
  let sum = 0;
  for (const value of values) sum = timesX(sum ^ value);
  return sum;
}

function timesX(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}
