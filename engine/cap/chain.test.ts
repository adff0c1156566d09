import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inArea } from '../geo/area.ts';
import { aemetWarning, isGreen } from './aemet.ts';
import { only, sample } from './cap.arbitrary.ts';
import { areaOf, type CapAlert } from './cap-alert.ts';
import { keyOf, type Resolution, resolveChain, type StoredAlert, storedAlert } from './chain.ts';
import { callsOff, expiresAt, isForCitizens, standing } from './standing.ts';
import { textsOf } from './texts-of.ts';

const real = only(sample);
const at = (text: string) => Date.parse(text);
const root = 'http://www.aemet.es,2.49.0.0.724.0.ES.20260701084431.700602ATTA02191782895471,2026-07-01T08:44:31-00:00';

/** A variant of the real warning: its own identifier and time, and what it refers to. */
function variant(
  identifier: string,
  sent: string,
  msgType: CapAlert['msgType'],
  references: string[] = [],
  change = (xml: string) => xml,
): CapAlert {
  return only(
    change(
      sample
        .replace(/<identifier>[^<]*/, `<identifier>${identifier}`)
        .replace(/<sent>[^<]*/, `<sent>${sent}`)
        .replace(/<msgType>[^<]*/, `<msgType>${msgType}`)
        .replace(
          /<references>[^<]*<\/references>/,
          references.length > 0 ? `<references>${references.join(' ')}</references>` : '',
        ),
    ),
  );
}

const reference = ({ sender, identifier, sent }: CapAlert) => `${sender},${identifier},${sent.text}`;

/** Receives alerts one after the other, keeping what is not refused. */
function receive(alerts: CapAlert[]): { stored: StoredAlert[]; resolutions: Resolution[] } {
  const stored: StoredAlert[] = [];
  const resolutions = alerts.map((alert) => {
    const resolution = resolveChain(stored, alert);
    if (!['duplicate', 'ambiguous'].includes(resolution.kind)) stored.push(storedAlert(alert, resolution.warning));
    return resolution;
  });
  return { stored, resolutions };
}
const kinds = (alerts: CapAlert[]) => receive(alerts).resolutions.map(({ kind }) => kind);

describe('a warning and its messages', () => {
  const larger = variant('larger', '2026-07-02T18:00:00-00:00', 'Update', [reference(real)], (xml) =>
    xml.replaceAll(/<polygon>[^<]*/g, '<polygon>38.5,-6 38.5,-4.5 39.6,-4.5 39.6,-6 38.5,-6'),
  );
  const cancel = variant('cancel', '2026-07-02T19:00:00-00:00', 'Cancel', [reference(real), reference(larger)], (xml) =>
    xml.replace(/<info>[\s\S]*<\/info>/, ''),
  );

  test('an Update whose references are not held begins a warning under the root it names', () => {
    expect(resolveChain([], real)).toEqual({ kind: 'orphan', supersedes: [], warning: root });
  });

  test('posted again it is a duplicate, also when its instant is written in another zone', () => {
    const elsewhere = only(sample.replace('<sent>2026-07-02T16:28:03-00:00', '<sent>2026-07-02T18:28:03+02:00'));
    expect(kinds([real, real, elsewhere])).toEqual(['orphan', 'duplicate', 'duplicate']);
  });

  test('a later Update with a larger polygon updates the same warning', () => {
    const { resolutions } = receive([real, larger, cancel]);
    expect(resolutions.map(({ kind }) => kind)).toEqual(['orphan', 'update', 'cancel']);
    expect(new Set(resolutions.map(({ warning }) => warning))).toEqual(new Set([root]));
    expect(resolutions[1]?.supersedes).toEqual([
      { sender: real.sender, identifier: real.identifier, sent: real.sent.at },
    ]);
    expect(resolutions[2]?.supersedes).toHaveLength(2);
    const [before, after] = [areaOf(real).area, areaOf(larger).area];
    expect([inArea(before, 38.6, -5.5, null), inArea(after, 38.6, -5.5, null)]).toEqual([false, true]);
  });

  test('what arrives late undoes nothing newer', () => {
    expect(kinds([larger, real])).toEqual(['orphan', 'older']);
    expect(kinds([real, cancel, larger])).toEqual(['orphan', 'cancel', 'older']);
    const first = variant(
      '2.49.0.0.724.0.ES.20260701084431.700602ATTA02191782895471',
      '2026-07-01T08:44:31-00:00',
      'Alert',
    );
    expect(receive([real, first]).resolutions[1]).toEqual({ kind: 'older', supersedes: [], warning: root });
    expect(kinds([first, real])).toEqual(['new', 'update']);
  });

  test('an unrelated Alert begins its own warning', () => {
    const other = variant('other', '2026-07-02T20:00:00-00:00', 'Alert');
    expect(receive([real, other]).resolutions[1]).toEqual({
      kind: 'new',
      supersedes: [],
      warning: `http://www.aemet.es,other,2026-07-02T20:00:00-00:00`,
    });
  });

  test('a Cancel of something not held is kept and begins nothing', () => {
    expect(resolveChain([], cancel).kind).toBe('orphan');
    expect(standing(cancel, at('2026-07-02T19:00:00Z'))).toBe('cancelled');
    expect(kinds([cancel, real, larger])).toEqual(['orphan', 'older', 'older']);
  });

  test('the same identifier sent again is a newer word, an earlier one is old', () => {
    const again = variant(real.identifier, '2026-07-02T16:30:00-00:00', 'Alert');
    expect(kinds([real, again])).toEqual(['orphan', 'update']);
    expect(kinds([again, real])).toEqual(['new', 'older']);
  });

  test('a reference that fits several messages and none exactly is refused', () => {
    const one = variant('same', '2026-07-02T10:00:00-00:00', 'Alert');
    const two = variant('same', '2026-07-02T11:00:00-00:00', 'Alert');
    const unclear = variant('u', '2026-07-02T12:00:00-00:00', 'Update', [
      'http://www.aemet.es,same,2026-07-02T10:30:00-00:00',
    ]);
    expect(kinds([one, two, unclear])).toEqual(['new', 'update', 'ambiguous']);
    expect(kinds([one, unclear])).toEqual(['new', 'orphan']);
  });

  test('an Update may join two warnings; the one begun first lends its key, later ones keep it', () => {
    const a = variant('a', '2026-07-02T10:00:00-00:00', 'Alert');
    const b = variant('b', '2026-07-02T11:00:00-00:00', 'Alert');
    const both = variant('both', '2026-07-02T12:00:00-00:00', 'Update', [reference(a), reference(b)]);
    const later = variant('later', '2026-07-02T13:00:00-00:00', 'Update', [reference(b)]);
    const { resolutions } = receive([a, b, both, later]);
    expect(resolutions.map(({ kind }) => kind)).toEqual(['new', 'new', 'update', 'update']);
    expect(resolutions[2]?.supersedes.map(({ identifier }) => identifier)).toEqual(['a', 'b']);
    expect(resolutions[3]?.warning).toBe(resolutions[0]?.warning);
  });

  test('an exercise never touches the real warning', () => {
    const exercise = variant('x', '2026-07-02T20:00:00-00:00', 'Cancel', [reference(real)], (xml) =>
      xml.replace('>Actual<', '>Exercise<'),
    );
    expect(receive([real, exercise]).resolutions[1]).toMatchObject({ kind: 'orphan', supersedes: [] });
  });

  test('acknowledgements change nothing', () => {
    expect(kinds([real, variant('ack', '2026-07-02T20:00:00-00:00', 'Ack', [reference(real)])])).toEqual([
      'orphan',
      'reply',
    ]);
  });

  test('in whatever order a chain arrives, the latest word stands alone', () => {
    const chain: CapAlert[] = [];
    for (let i = 0; i < 5; i++)
      chain.push(variant(`c${i}`, `2026-07-02T1${i}:00:00-00:00`, i === 0 ? 'Alert' : 'Update', chain.map(reference)));
    fc.assert(
      fc.property(fc.shuffledSubarray(chain, { minLength: 5 }), (arrived) => {
        const { stored, resolutions } = receive(arrived);
        const gone = new Set(resolutions.flatMap(({ supersedes }) => supersedes.map(keyOf)));
        resolutions.forEach(({ kind }, i) => kind === 'older' && stored[i] && gone.add(keyOf(stored[i])));
        expect(stored.filter((held) => !gone.has(keyOf(held))).map(({ identifier }) => identifier)).toEqual(['c4']);
        expect(new Set(resolutions.map(({ warning }) => warning)).size).toBe(1);
      }),
    );
  });
});

describe('where an alert stands', () => {
  test('it lives until it expires, which is not being cancelled', () => {
    expect(standing(real, at('2026-07-02T18:30:00+02:00'))).toBe('live');
    expect(standing(real, at('2026-07-03T20:59:59+02:00'))).toBe('expired');
  });

  test('without an expiry it has our own ceiling', () => {
    const open = only(sample.replaceAll(/<expires>[^<]*<\/expires>/g, ''));
    expect(expiresAt(open)).toBe(at('2026-07-03T16:28:03Z'));
    expect(expiresAt(open, 3_600_000)).toBe(at('2026-07-02T17:28:03Z'));
    expect(expiresAt({ ...open, info: [] }, 3_600_000)).toBe(at('2026-07-02T17:28:03Z'));
  });

  test('AEMET calls off by an expiry at the time of sending, NOAA by the Past', () => {
    expect(callsOff(real)).toBe(false);
    expect(callsOff(only(sample.replaceAll(/<expires>[^<]*/g, '<expires>2026-07-02T18:28:03+02:00')))).toBe(true);
    expect(callsOff(only(sample.replaceAll('>Future<', '>Past<')))).toBe(true);
    expect(callsOff(only(sample.replace('>Future<', '>Past<')))).toBe(false);
  });

  test.each(['Exercise', 'System', 'Test', 'Draft'])('status %s never reaches citizens', (status) => {
    const quiet = only(sample.replace('>Actual<', `>${status}<`));
    expect(isForCitizens(quiet)).toBe(false);
    expect(standing(quiet, at('2026-07-02T18:30:00+02:00'))).toBe('silent');
  });

  test.each(['Restricted', 'Private'])('scope %s never reaches citizens', (scope) => {
    expect(standing(only(sample.replace('>Public<', `>${scope}<`)), at('2026-07-02T18:30:00+02:00'))).toBe('silent');
  });
});

describe('what AEMET says in its own parameters', () => {
  test('level, phenomenon, measure and probability are told apart', () => {
    expect(aemetWarning(real)).toEqual({
      level: 'naranja',
      phenomenon: { code: 'AT', name: 'Temperaturas máximas' },
      parameter: { code: 'TA', name: 'Temperatura máxima', value: '40 ºC' },
      probability: { from: 40, to: 70 },
      zones: ['700602'],
    });
  });

  test('green is no warning, whether it is said by parameter or by severity', () => {
    expect(isGreen(only(sample.replaceAll('>naranja<', '>verde<').replaceAll('>Severe<', '>Minor<')))).toBe(true);
    const bare = sample.replaceAll(/<parameter>[\s\S]*?<\/parameter>/g, '');
    expect(isGreen(only(bare.replaceAll('>Severe<', '>Minor<')))).toBe(true);
    expect(aemetWarning(only(bare))).toMatchObject({ level: 'naranja', parameter: undefined, probability: undefined });
    expect(isGreen(real)).toBe(false);
  });

  test('other senders have no level', () => {
    expect(
      aemetWarning(only(sample.replace('<sender>http://www.aemet.es', '<sender>http://www.aemet.es.example'))),
    ).toBeUndefined();
  });

  test('probabilities above and below one bound are read', () => {
    const probability = (text: string) => aemetWarning(only(sample.replaceAll('40%-70%', text)))?.probability;
    expect(probability('&gt;70%')).toEqual({ from: 70, to: 100 });
    expect(probability('&lt;40%')).toEqual({ from: 0, to: 40 });
    expect(probability('likely')).toBeUndefined();
  });
});

describe('the texts of an alert', () => {
  test('in two languages are one event', () => {
    const [event, ...others] = textsOf(real);
    expect(others).toEqual([]);
    expect(Object.keys(event?.languages ?? {})).toEqual(['es-ES', 'en-GB']);
    expect(event?.languages['en-GB']?.[0]?.headline).toBe('Severe high-temperature warning. La Siberia extremeña');
  });

  test('without event codes are paired by their turn, with different codes told apart', () => {
    const bare = sample.replaceAll(/<eventCode>[\s\S]*?<\/eventCode>/g, '');
    expect(textsOf(only(bare)).map(({ languages }) => Object.keys(languages))).toEqual([['es-ES', 'en-GB']]);
    const infos = bare.slice(bare.indexOf('<info>'), bare.lastIndexOf('</info>') + 7);
    expect(textsOf(only(bare.replace(infos, infos + infos)))).toHaveLength(2);
    expect(textsOf(only(sample.replace('AT;Temperaturas', 'VI;Viento')))).toHaveLength(2);
    expect(textsOf({ ...real, info: [] })).toEqual([]);
  });
});
