import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sample } from './cap.arbitrary.ts';
import { capAlertSchema } from './cap-alert.ts';
import { readCap } from './read-cap.ts';

const withPolygon = (text: string) => sample.replace(/<polygon>[^<]*/, `<polygon>${text}`);

describe('whatever the input', () => {
  const say = (text: string) => {
    const reading = readCap(text);
    if (reading.ok) for (const alert of reading.alerts) expect(capAlertSchema.parse(alert)).toEqual(alert);
    else expect(reading.problems.length).toBeGreaterThan(0);
  };

  test('a mutilated warning is read or refused, never thrown', () => {
    const bits = fc.constantFrom(
      '<',
      '>',
      '&',
      ']]>',
      '<![CDATA[',
      '<!--',
      '<?',
      '</info>',
      '<info>',
      '"',
      "'",
      '\u0000',
      '\uD800',
      'xmlns:a="b"',
      '<__proto__>',
      'constructor',
      '-',
      ',',
      ' ',
      '9'.repeat(400),
      '&#1114112;',
      '&amp;',
      '=',
      '\uFEFF',
    );
    const cut = fc.record({
      from: fc.nat(sample.length),
      length: fc.nat(60),
      put: fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 5 })),
    });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 5 }), (cuts) => {
        say(
          cuts.reduce((text, { from, length, put }) => text.slice(0, from) + put + text.slice(from + length), sample),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('any tags in any order are read or refused', () => {
    const tags = [...new Set(sample.match(/<\/?\w+>/g))];
    const piece = fc.oneof(
      fc.constantFrom(...tags),
      fc.constantFrom('<alert>', '</alert>', '<constructor/>', '<toString>1</toString>'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => say(`<alert>${pieces.join('')}</alert>`)),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), say), { numRuns: 300 });
  });

  test('hostile sizes cost seconds of the processor, not minutes', () => {
    const before = process.cpuUsage(); // not the clock: other work may share the machine
    for (const text of [
      '<!--'.repeat(500_000),
      `<a>${'&'.repeat(1_900_000)}</a>`,
      '<'.repeat(2_000_000),
      `<a ${'b="c" '.repeat(300_000)}/>`,
      `<alert>${'<b/>'.repeat(400_000)}</alert>`,
      withPolygon('39,-5 '.repeat(300_000)),
      withPolygon(Array.from({ length: 90_000 }, (_, i) => `${39 + (i % 2)},${-5 + (i % 7) / 7}`).join(' ')),
    ])
      say(text);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(25);
  }, 180_000);
});
