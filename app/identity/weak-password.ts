import { createHash } from 'node:crypto';
import { commonPasswords } from './common-passwords.generated.ts';

export type Weakness = 'short' | 'long' | 'common' | 'personal';

/**
 * Why a password is refused, if it is: shorter than twelve, known from breaches (whole, or dressed up with figures and signs
 * at its ends), or made of the official's own name or address. Nothing else is asked of it: no capitals, no signs, no expiry
 * (NIST SP 800-63B §5.1.1.2).
 */
export function weakPassword(password: string, { name, email }: { name: string; email: string }): Weakness | undefined {
  const small = password.normalize('NFKC').toLowerCase();
  if ([...small].length < 12) return 'short';
  if (password.length > 128) return 'long';
  const core = small.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const dressed = core.length < 12 && isCommon(core);
  const repeated = /^(.{1,6})\1+$/u.test(small) || isRow(small);
  if (isCommon(small) || dressed || repeated) return 'common';
  const own = [...name.toLowerCase().split(/\s+/), ...email.toLowerCase().split(/[@.]/), 'cauce'].filter(
    (word) => word.length > 3,
  );
  const rest = own.reduce((left, word) => left.replaceAll(word, ''), small).replace(/[^\p{L}]/gu, '');
  return rest.length < 5 && own.some((word) => small.includes(word)) ? 'personal' : undefined;
}

const bytes = 4;
let sorted: Buffer | undefined;

/** Looks up the beginning of a password's hash among those of the common ones, by halving. */
function isCommon(small: string): boolean {
  sorted ??= Buffer.from(commonPasswords, 'base64');
  const wanted = createHash('sha256').update(small).digest().subarray(0, bytes);
  let [low, high] = [0, sorted.length / bytes - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = wanted.compare(sorted, middle * bytes, (middle + 1) * bytes);
    if (order === 0) return true;
    if (order < 0) high = middle - 1;
    else low = middle + 1;
  }
  return false;
}

/** Letters or figures in the order of the alphabet or of the keyboard, forwards or back. */
function isRow(small: string): boolean {
  const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiopasdfghjklñzxcvbnm'];
  return rows.some((row) => row.repeat(2).includes(small) || [...row].reverse().join('').repeat(2).includes(small));
}
