import { describe, expect, it } from 'vitest';
import { sign, signed } from './signature.ts';

const NOW = 1_782_923_400_000;
const BODY = '{"receipts":[]}';

describe('a signed callback', () => {
  it('is believed with any of the account’s secrets, while one is being replaced', () => {
    expect(signed(sign(BODY, 'old', NOW), BODY, 'new old', NOW)).toEqual({ ok: true });
    expect(signed(sign(BODY, 'new old', NOW), BODY, 'new', NOW)).toEqual({ ok: true });
    expect(signed(sign(BODY, 'other', NOW), BODY, 'new old', NOW)).toEqual({ ok: false, problem: 'signature-wrong' });
    expect(signed(sign(BODY, '', NOW), BODY, '', NOW)).toEqual({ ok: false, problem: 'signature-wrong' });
  });

  it('is not believed when its body was touched, or when it is five minutes old', () => {
    const headers = sign(BODY, 's', NOW);
    expect(signed(headers, `${BODY} `, 's', NOW)).toEqual({ ok: false, problem: 'signature-wrong' });
    expect(signed(headers, BODY, 's', NOW + 300_000)).toEqual({ ok: true });
    expect(signed(headers, BODY, 's', NOW + 301_000)).toEqual({ ok: false, problem: 'signature-old' });
    expect(signed(headers, BODY, 's', NOW - 301_000)).toEqual({ ok: false, problem: 'signature-old' });
    expect(signed({}, BODY, 's', NOW)).toEqual({ ok: false, problem: 'signature-missing' });
  });

  it('may carry several signatures', () => {
    const [one, two] = [sign(BODY, 'one', NOW), sign(BODY, 'two', NOW)];
    const both = { ...one, 'cauce-signature': `${one['cauce-signature']}, ${two['cauce-signature']}` };
    expect(signed(both, BODY, 'two', NOW)).toEqual({ ok: true });
  });
});
