import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../journey.ts';
import { wordDifference } from '../text/word-difference.ts';
import { atPlaces } from './at-places.ts';
import { eventNames } from './event-names.ts';
import { needsRequest } from './needs-request.ts';
import { placesOf } from './places-of.ts';
import { previewWords } from './preview-words.ts';
import { summonsPolicySchema, summonsSteps } from './summons.ts';
import { bounds, isWithin, toleranceOf } from './tolerance.ts';

const journey = (of: string, trigger: string, speaks = true) => {
  const parsed = parse({
    cauce: 1,
    slug: 'x',
    title: 'X',
    class: of,
    nodes: [
      { id: 'n1', kind: trigger, config: trigger === 'event' ? { event: 'x.y' } : {} },
      ...(speaks ? [{ id: 'n2', kind: 'notify', config: { rungs: [{ id: 'sms', channel: 'sms' }] } }] : []),
    ],
    edges: [],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.journey;
};
const live = { mode: 'live', standing: false, people: 500, limit: 500 } as const;

test('a second person is needed for emergencies, large launches and services that speak; never for a drill', () => {
  expect(needsRequest(journey('service', 'launch'), live)).toBe(null);
  expect(needsRequest(journey('service', 'launch'), { ...live, people: 501 })).toBe('large');
  expect(needsRequest(journey('emergency', 'launch'), { ...live, people: 1 })).toBe('emergency');
  expect(needsRequest(journey('service', 'event'), { ...live, standing: true })).toBe('standing');
  expect(needsRequest(journey('service', 'cap-warning'), { ...live, standing: true })).toBe('automatic');
  expect(needsRequest(journey('service', 'event', false), { ...live, standing: true })).toBe(null);
  expect(needsRequest(journey('emergency', 'launch'), { ...live, mode: 'drill', people: 1e6 })).toBe(null);
});

test('so many people are within the tolerance, exactly', () => {
  expect(bounds({ count: 100, tolerance: 0.05 })).toEqual({ least: 95, most: 105 });
  expect(bounds({ count: 41_203, tolerance: 0.2 })).toEqual({ least: 32_963, most: 49_443 });
  expect(bounds({ count: 19, tolerance: 0.05 })).toEqual({ least: 19, most: 19 });
  expect(toleranceOf('emergency')).toBe(0.2);
  fc.assert(
    fc.property(fc.nat(2_000_000), fc.nat(2_000_000), fc.constantFrom(5, 20), (count, people, percent) => {
      const within = Math.abs(people - count) * 100 <= count * percent;
      expect(isWithin({ count, tolerance: percent / 100 }, people)).toBe(within);
    }),
    { numRuns: 2_000 },
  );
});

test('a text that changed is told by its words, and both texts can be read from it', () => {
  expect(wordDifference('Salga por el norte, ya', 'Salga por el sur, ya')).toEqual([
    { is: 'same', text: 'Salga por el ' },
    { is: 'removed', text: 'norte, ' },
    { is: 'added', text: 'sur, ' },
    { is: 'same', text: 'ya' },
  ]);
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'ñandú'), { maxLength: 40 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const spelled = (...which: string[]) =>
        wordDifference(before, after)
          .filter(({ is }) => which.includes(is))
          .map(({ text }) => text)
          .join('');
      expect([spelled('same', 'removed'), spelled('same', 'added')]).toEqual([before, after]);
    }),
  );
});

test('the places of a rule are named once, wherever they stand in it', () => {
  const towns = { fact: 'citizen.municipality', is: 'in-municipality' as const, value: ['46118', '46030'] };
  const circle = { fact: 'citizen.place', is: 'within-km' as const, value: { lat: 39, lon: -0.6, km: 8 } };
  const area = { fact: 'citizen.place', is: 'inside-area-of-event' as const };
  expect(placesOf({ all: [towns, { any: [circle, towns, area] }] }, { areaDesc: 'Enguera' })).toEqual([
    { is: 'municipality', code: '46118' },
    { is: 'municipality', code: '46030' },
    { is: 'circle', lat: 39, lon: -0.6, km: 8 },
    { is: 'area-of-event', name: 'Enguera' },
  ]);
});

test('an emergency calls its pool, calls again, then one after another until it lapses; never after', () => {
  const policy = summonsPolicySchema.parse({});
  const steps = summonsSteps('emergency', { onCall: 2, lapsesInMs: 15 * 60_000, policy });
  expect(steps.map(({ afterMs, ring, place }) => [afterMs / 60_000, ring, place])).toEqual([
    [0, 'pool', null],
    [3, 'pool', null],
    [6, 'on-call', 0],
    [9, 'on-call', 1],
    [12, 'on-call', 0],
  ]);
  expect(steps[0]?.channels).toEqual(['email', 'sms', 'voice']);
  fc.assert(
    fc.property(
      fc.nat(5),
      fc.integer({ min: 1, max: 120 }),
      fc.double({ min: 0.5, max: 10, noNaN: true }),
      (onCall, lapses, minutes) => {
        const lapsesInMs = lapses * 60_000;
        const calls = summonsSteps('emergency', {
          onCall,
          lapsesInMs,
          policy: { ...policy, poolMinutes: minutes, onCallMinutes: minutes },
        });
        expect(calls[0]?.afterMs).toBe(0);
        for (const [i, call] of calls.entries()) {
          expect(call.afterMs).toBeLessThan(lapsesInMs);
          // Nobody waits longer than the policy says before somebody is called again.
          expect(call.afterMs - (calls[i - 1]?.afterMs ?? 0)).toBeLessThanOrEqual(minutes * 60_000 + 1e-6);
        }
        const turns = calls.filter(({ ring }) => ring === 'on-call').map(({ place }) => place);
        expect(turns).toEqual(turns.map((_, i) => (onCall > 0 ? i % onCall : null)));
      },
    ),
  );
  expect(summonsSteps('service', { onCall: 2, lapsesInMs: 1_000, policy })).toHaveLength(2);
});

test('a rule for other places keeps what it asks about people', () => {
  const person = { fact: 'citizen.kind', is: 'equals' as const, value: 'person' };
  const circle = { fact: 'citizen.place', is: 'within-km' as const, value: { lat: 39, lon: -0.6, km: 8 } };
  const there = { fact: 'citizen.municipality', is: 'in-municipality' as const, value: ['46118'] };
  expect(atPlaces({ all: [person, circle] }, ['46118'])).toEqual({ all: [person, there] });
  expect(atPlaces(circle, ['46118'])).toEqual({ all: [there] });
  expect(atPlaces({ any: [person, circle] }, ['46118'])).toEqual({ all: [{ any: [person, circle] }, there] });
});

test('what whoever launches may be asked is what the texts mention of the event', () => {
  const said = {
    es: { n2: { sms: { body: "En {{ event.areaDesc | default: 'su zona' }}, {{ citizen.givenName }}" } } },
  };
  const followUps = { 'all-clear': { es: { sms: { body: 'Vuelva de {{ event.shelter }}' } } } };
  expect(eventNames({ texts: said, followUps })).toEqual(['areaDesc', 'shelter']);
});

test('words are shown as they are received: with the event, an invented person, and (names) of what is each one’s own', () => {
  const body =
    'Hola {{ citizen.givenName }}: fuego en {{ event.areaDesc }}. Su plazo: {{ citizen.deadline }}. {{ message.code }}';
  const content = {
    languages: ['es'],
    texts: {
      es: { n2: { sms: { body }, email: { subject: 'Aviso', body: 'Hasta el {{ citizen.deadline | date }}' } } },
    },
    followUps: { correction: { said: { es: { sms: { body: 'Error en {{ event.areaDesc }}' } } } } },
    event: { areaDesc: 'Enguera' },
  };
  const shown = previewWords(content, (fact) => (fact === 'citizen.deadline' ? 'fin del plazo' : fact));
  expect(shown.map(({ node, body: text }) => [node, text])).toEqual([
    ['n2', 'Hola Carmen: fuego en Enguera. Su plazo: (fin del plazo). K7QM2-PX4AB'],
    ['n2', 'Hasta el (fin del plazo)'],
    ['@correction', 'Error en Enguera'],
  ]);
});
