import * as fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { composeMail } from './compose-mail.ts';
import { smtp } from './smtp.ts';

const settings = smtp.settings.parse({ host: '127.0.0.1', from: 'Atenció Ciutadana <avisos@ayto.invalid>' });
const account = { id: 'mail-1', mode: 'live' as const, secret: 's', settings };
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('=3D ', 'a\r\nBcc: b@c.es', ' ', '.', '\n.\n', 'x'.repeat(300)),
);

describe('composeMail', () => {
  it('is read by a mail reader as it was written, in lines that every relay takes', async () => {
    await fc.assert(
      fc.asyncProperty(words, words, words, async (subject, text, html) => {
        const mail = composeMail({ ...message, subject, text, html }, account, 1_782_923_400_000);
        const raw = mail?.raw.toString('latin1') ?? '';
        expect(raw.split('\r\n').every((line) => line.length <= 200 && !/[\r\n\x80-\xff]/.test(line))).toBe(true);
        const read = await simpleParser(raw);
        expect(read.headerLines.map(({ key }) => key)).not.toContain('bcc');
        expect(tidy(read.subject)).toBe(tidy(subject));
        expect(tidy(read.text)).toBe(tidy(text));
        expect(tidy(read.html || '')).toBe(tidy(html));
      }),
      { numRuns: 150 },
    );
  });

  it('writes to nobody whose address could break a command or a header', () => {
    for (const to of [
      'a@b.es\r\nRCPT TO:<x@y.es>',
      'a b@c.es',
      '<a@b.es>',
      'a',
      'a@',
      '@b.es',
      'a@b@c.es',
      'a@b.es,c@d.es',
    ]) {
      expect(composeMail({ ...message, to }, account, 0)).toBeUndefined();
    }
  });

  it('names the sender, with its accents', async () => {
    const mail = composeMail(message, account, 0);
    expect((await simpleParser(mail?.raw ?? '')).from?.value).toEqual([
      { name: 'Atenció Ciutadana', address: 'avisos@ayto.invalid' },
    ]);
    expect(mail?.messageId).toBe('<0190f2c4-7d00-7a3b-9c1d-000000000001@ayto.invalid>');
  });
});

const message = {
  key: '0190f2c4-7d00-7a3b-9c1d-000000000001',
  about: 'r/c/n/1/email',
  channel: 'email' as const,
  to: 'ana@ejemplo.invalid',
  text: 'Hola',
  language: 'ca',
  lane: 'service' as const,
  class: 'service' as const,
};

/** What no reader keeps apart: kinds and number of blanks, and what is invisible. */
const tidy = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}\p{Zs}]+/gu, ' ')
    .trim();
