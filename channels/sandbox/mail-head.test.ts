import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodedWords } from '../smtp/mime.ts';
import { readHead } from './mail-head.ts';

test('a subject is shown as it was written, however it was folded and encoded on its way', () => {
  const line = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    .map((text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim());
  fc.assert(
    fc.property(line, (subject) => {
      const raw = `Message-ID: <k@x>\r\nSubject: ${encodedWords(subject)}\r\n\r\n`;
      expect(readHead(raw)).toMatchObject({ key: 'k', subject });
    }),
  );
});
