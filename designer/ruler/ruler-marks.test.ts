import { expect, test } from 'vitest';
import { compile } from '#engine/compile.ts';
import { whenReached } from '#engine/when/when-reached.ts';
import { translator } from '#locales/translator.ts';
import { base } from '../store/draft.fixture.ts';
import { journeyOf } from '../store/draft.ts';
import { rulerMarks } from './ruler-marks.ts';
import { sayRange, sayWorkingDays } from './say-span.ts';

const journey = journeyOf(base);
const when = whenReached(journey, compile(journey));
const say = translator('es');

test('rows of the same time share a mark, and a row takes the widest of its times', () => {
  const marks = rulerMarks(
    [
      { id: 'n1', y: 0, height: 100 },
      { id: 'n2', y: 172, height: 100 },
      { id: 'n4', y: 350, height: 100 },
      { id: 'n3', y: 352, height: 100 },
    ],
    when,
  );
  expect(marks.map(({ y, nodes, from, to }) => [y, nodes, sayRange(say, from, to)])).toEqual([
    [0, ['n1', 'n2'], 'Día 0'],
    [350, ['n4', 'n3'], 'Día 0 a 3'],
  ]);
});

test('what nobody reaches has no mark', () => {
  expect(rulerMarks([{ id: 'n9', y: 0, height: 100 }], when)).toEqual([]);
});

test('times are said in days, shorter ones as they are, and working days by name', () => {
  const span = (natural: number, workingDays = 0) => ({ natural, ms: workingDays ? 0 : natural, workingDays });
  const day = 86_400_000;
  expect(sayRange(say, span(900_000), span(900_000))).toBe('15 minutos');
  expect(sayRange(say, span(2 * day), null)).toBe('desde el día 2');
  expect(sayRange(say, span(12 * day, 10), span(19 * day, 10))).toBe('Día 12 a 19');
  expect(sayWorkingDays(say, span(12 * day, 10), span(19 * day, 10))).toBe('10 días hábiles');
  expect(sayWorkingDays(say, span(2 * day), null)).toBe('');
});
