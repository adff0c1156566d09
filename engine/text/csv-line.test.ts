import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv-line.ts';

test('what a spreadsheet would take for a formula is text', () => {
  for (const evil of ['=1+1', '+34600', '-2', '@SUM(A1)', '\t=1', ' =cmd|x', '\r=1', '＝1', '\ufeff=1', '%0A=1'])
    expect((parse(csvLine([evil])) as string[][])[0]).toEqual([`'${evil}`]);
  for (const plain of ['Ana', 'a=1', '2026-11-25', 'x@y.es', 'año'])
    expect((parse(csvLine([plain])) as string[][])[0]).toEqual([plain]);
});

test('any cells come back as they were, but for that apostrophe', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (cells) => {
      const [read] = parse(csvLine(cells), { relax_column_count: true }) as string[][];
      expect(read?.map((cell, i) => (cell === `'${cells[i]}` ? cells[i] : cell))).toEqual(cells);
    }),
  );
});

test('figures stay figures, and nothing is empty', () => {
  expect(csvLine([1, -2, true, null, undefined, ''])).toBe('1,-2,true,,,\r\n');
});
