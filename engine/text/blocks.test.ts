import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, isLaidOut, readBlocks, writeBlocks } from './blocks.ts';

test('plain text is paragraphs, and a list may follow its introduction', () => {
  expect(readBlocks('Hola, {{ citizen.givenName }}:\n\nQué hacer:\n1. Entre.\n2. Firme.\n\nDudas: 012.')).toEqual([
    { is: 'paragraph', text: 'Hola, {{ citizen.givenName }}:' },
    { is: 'paragraph', text: 'Qué hacer:' },
    { is: 'list', numbered: true, items: ['Entre.', 'Firme.'] },
    { is: 'paragraph', text: 'Dudas: 012.' },
  ]);
  expect(isLaidOut('Hola.\n\nAdiós.')).toBe(false);
  expect(isLaidOut('Hola.\n\n- Uno\n- Dos')).toBe(true);
});

test('an address with a value of a person, another scheme or a bare word is no link: it stays words', () => {
  for (const body of [
    '[Entrar](https://sede.gob.es/{{ citizen.ref }})',
    '[Entrar](http://sede.gob.es)',
    '[Entrar](javascript:alert)',
    '![](data:image/png;base64,AAAA)',
  ])
    expect(readBlocks(body)).toEqual([{ is: 'paragraph', text: body }]);
});

test('what is written is read back as it was, and writing again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(block(), { maxLength: 8 }), (blocks) => {
      expect(readBlocks(writeBlocks(blocks))).toEqual(blocks);
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '-', '#', '1', '.', '>', '[', ']', '*') }),
      (body) => {
        const once = writeBlocks(readBlocks(body));
        expect(writeBlocks(readBlocks(once))).toBe(once);
      },
    ),
  );
});

function block(): fc.Arbitrary<Block> {
  const words = fc
    .string({ unit: fc.constantFrom('a', 'ñ', ' ', 'Z', '9'), minLength: 1, maxLength: 20 })
    .map((text) => `w${text.trimEnd()}`);
  const href = fc.constantFrom('https://sede.example.gob.es', 'https://example.gal/a?b=1');
  const lang = fc.option(fc.constantFrom('ca', 'eu', 'en'), { nil: undefined });
  const shape: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ is: fc.constant('heading' as const), level: fc.constantFrom<1 | 2>(1, 2), text: words }),
    fc.record({ is: fc.constant('paragraph' as const), text: fc.tuple(words, words).map((lines) => lines.join('\n')) }),
    fc.record({ is: fc.constant('box' as const), text: words }),
    fc.record({
      is: fc.constant('list' as const),
      numbered: fc.boolean(),
      items: fc.array(words, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ is: fc.constant('link' as const), text: words, href }),
    fc.record({ is: fc.constant('image' as const), text: words, src: href }),
    fc.constant({ is: 'line' as const }),
  );
  return fc.tuple(shape, lang).map(([one, mark]) => (mark === undefined ? one : { ...one, lang: mark }));
}
