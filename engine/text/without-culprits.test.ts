import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { smsParts } from './sms-parts.ts';
import { withoutCulprits } from './without-culprits.ts';

test('only what forces the long alphabet changes: é, ñ and ü stay', () => {
  expect(withoutCulprits('Atención: mañana, café y pingüino «aquí»')).toBe('Atencion: mañana, café y pingüino "aqui"');
});

test('what is left goes in the plain alphabet, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      (text) => smsParts(withoutCulprits(text)).alphabet === 'gsm-7',
    ),
  );
});
