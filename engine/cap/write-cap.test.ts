import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { only, publishable, sample } from './cap.arbitrary.ts';
import type { CapAlert, CapInfo } from './cap-alert.ts';
import { capInstant, readCapInstant } from './cap-instant.ts';
import { checkPublishable } from './check-publishable.ts';
import { readCap } from './read-cap.ts';
import { writeCap } from './write-cap.ts';

/** The real warning, shortened to what may be published. */
const real = only(sample.replaceAll(/<event>[^<]*/g, '<event>Temperaturas máximas'));

function withInfo(change: Partial<CapInfo>): CapAlert {
  return { ...real, info: real.info.map((info, i) => (i === 0 ? { ...info, ...change } : info)) };
}

test('what is written is read as the same alert, without a note', () => {
  fc.assert(
    fc.property(publishable, (alert) => {
      const writing = writeCap(alert);
      if (!writing.ok) throw new Error(JSON.stringify(writing.problems));
      expect(readCap(writing.xml)).toEqual({ ok: true, alerts: [alert], notes: [] });
    }),
    { numRuns: 150 },
  );
});

test('the real warning survives being written', () => {
  const writing = writeCap(real);
  expect(writing.ok && only(writing.xml)).toEqual(real);
});

test('times that CAP would not write so are written in UTC, -00:00', () => {
  const writing = writeCap({ ...real, sent: { at: Date.parse('2026-07-02T16:28:03Z'), text: '2026-07-02T16:28:03Z' } });
  expect(writing.ok && writing.xml).toContain('<sent>2026-07-02T16:28:03-00:00</sent>');
  expect(capInstant(0)).toEqual({ at: 0, text: '1970-01-01T00:00:00-00:00' });
  expect(readCapInstant('2026-13-01T00:00:00+02:00')).toBeUndefined();
});

describe('what readers of warnings could not use is not published', () => {
  test.each([
    ['cap-too-long', ['info', 0, 'headline'], withInfo({ headline: 'á'.repeat(161) })],
    ['cap-too-long', ['info', 0, 'event'], withInfo({ event: 'x'.repeat(36) })],
    [
      'cap-too-long',
      ['info', 0, 'area', 0, 'areaDesc'],
      withInfo({ area: [{ ...real.info[0]!.area[0]!, areaDesc: 'x'.repeat(51) }] }),
    ],
    ['cap-unknown-published', ['info', 0, 'severity'], withInfo({ severity: 'Unknown' })],
    ['cap-unknown-published', ['info', 0, 'urgency'], withInfo({ urgency: 'Unknown' })],
    ['cap-unknown-published', ['info', 0, 'certainty'], withInfo({ certainty: 'Unknown' })],
    ['cap-missing', ['info', 0, 'expires'], withInfo({ expires: undefined })],
    ['cap-missing', ['info', 0, 'description'], withInfo({ description: undefined })],
    ['cap-missing', ['info', 0, 'web'], withInfo({ web: undefined })],
    ['cap-missing', ['info', 0, 'contact'], withInfo({ contact: '' })],
    ['cap-missing', ['info', 0, 'area'], withInfo({ area: [] })],
    ['cap-missing', ['info', 0, 'responseType'], withInfo({ responseType: [] })],
    ['cap-markup', ['info', 0, 'instruction'], withInfo({ instruction: 'Vaya a <b>casa</b>' })],
    ['cap-control-characters', ['info', 0, 'headline'], withInfo({ headline: 'a\u0007b' })],
    ['cap-characters', ['identifier'], { ...real, identifier: 'a,b' }],
    ['cap-references-missing', ['references'], { ...real, references: [] }],
    ['cap-missing', ['restriction'], { ...real, scope: 'Restricted' }],
    ['cap-missing', ['addresses'], { ...real, scope: 'Private' }],
    ['cap-out-of-place', ['restriction'], { ...real, restriction: 'x' }],
    ['cap-missing', ['info'], { ...real, info: [] }],
    [
      'polygon-crosses-itself',
      ['info', 0, 'area', 0, 'polygon', 0],
      withInfo({
        area: [
          {
            ...real.info[0]!.area[0]!,
            polygon: [
              [
                [39, -6],
                [40, -5],
                [39, -5],
                [40, -6],
                [39, -6],
              ],
            ],
          },
        ],
      }),
    ],
    ['cap-ceiling', ['info', 0, 'area', 0, 'ceiling'], withInfo({ area: [{ ...real.info[0]!.area[0]!, ceiling: 5 }] })],
  ] as [string, (string | number)[], CapAlert][])('%s at %j', (code, path, alert) => {
    expect(checkPublishable(alert)).toEqual([expect.objectContaining({ code, path, severity: 'error' })]);
    expect(writeCap(alert).ok).toBe(false);
  });

  test('a Cancel needs no info', () => {
    const writing = writeCap({ ...real, msgType: 'Cancel', info: [] });
    expect(writing.ok && only(writing.xml)).toMatchObject({ msgType: 'Cancel', info: [] });
  });
});
