import { describe, expect, test } from 'vitest';
import { holds } from './holds.ts';
import { ruleSchema } from './rule.ts';

const noon = 1_782_900_000_000; // 2026-07-01T10:00Z
const ask = (
  rule: unknown,
  citizen: Record<string, unknown> = {},
  { event, now = noon }: { event?: unknown; now?: number } = {},
) => holds(ruleSchema.parse(rule), { citizen, member: {}, event, now, zone: 'Europe/Madrid' });

describe('a comparison', () => {
  test('on a missing value is false, and its complement true', () => {
    for (const fact of ['citizen.sex', 'citizen.colour', 'member.answer', 'event.data.x']) {
      expect(ask({ fact, is: 'equals', value: 'F' })).toBe(false);
      expect(ask({ fact, is: 'not-equals', value: 'F' })).toBe(true);
      expect(ask({ fact, is: 'not-in', value: ['F'] })).toBe(true);
      expect(ask({ fact, is: 'missing' })).toBe(true);
      expect(ask({ fact, is: 'less', value: 5 })).toBe(false);
      expect(ask({ not: { fact, is: 'at-least', value: 5 } })).toBe(true);
    }
  });

  test('of texts forgives case and accents, and of core codes nothing', () => {
    expect(ask({ fact: 'citizen.familyName', is: 'equals', value: 'PEÑA' }, { familyName: 'pen\u0303a' })).toBe(true);
    expect(
      ask({ fact: 'citizen.postalAddress', is: 'contains', value: 'malaga' }, { postalAddress: 'Calle Málaga, 3' }),
    ).toBe(true);
    expect(ask({ fact: 'citizen.sex', is: 'equals', value: 'f' }, { sex: 'F' })).toBe(false);
  });

  test('of ages counts completed years in the zone of the citizen', () => {
    const adult = { fact: 'citizen.birthDate', is: 'age-between', value: [18, 64] };
    const midnight = Date.UTC(2026, 5, 30, 22, 30); // 1 July in Madrid, 30 June on the Canary Islands
    expect(ask(adult, { birthDate: '2008-07-01', zone: 'Europe/Madrid' }, { now: midnight })).toBe(true);
    expect(ask(adult, { birthDate: '2008-07-01', zone: 'Atlantic/Canary' }, { now: midnight })).toBe(false);
    expect(ask(adult, { birthDate: '2008-07-01', zone: 'Mars/Olympus' }, { now: midnight })).toBe(true);
  });

  test('of ages lets who was born on 29 February come of age on the 28th', () => {
    const adult = { fact: 'citizen.birthDate', is: 'age-between', value: [18, 150] };
    expect(ask(adult, { birthDate: '2008-02-29' }, { now: Date.UTC(2026, 1, 27, 12) })).toBe(false);
    expect(ask(adult, { birthDate: '2008-02-29' }, { now: Date.UTC(2026, 1, 28, 12) })).toBe(true);
  });

  test('of days counts today in, on both sides', () => {
    const on = (birthDate: string, is: string, value: number) =>
      ask({ fact: 'citizen.birthDate', is, value }, { birthDate });
    expect(on('2026-07-01', 'in-last-days', 0)).toBe(true);
    expect(on('2026-06-24', 'in-last-days', 7)).toBe(true);
    expect(on('2026-06-23', 'in-last-days', 7)).toBe(false);
    expect(on('2026-07-08', 'in-next-days', 7)).toBe(true);
    expect(on('2026-07-09', 'in-next-days', 7)).toBe(false);
  });

  test('never sees a safety flag, even one smuggled in as an attribute', () => {
    expect(ask({ fact: 'citizen.protected', is: 'exists' }, { protected: true, attributes: { protected: true } })).toBe(
      false,
    );
  });

  test('reads own values only', () => {
    expect(ask({ fact: 'event.constructor.name', is: 'exists' }, {}, { event: {} })).toBe(false);
    expect(ask({ fact: 'event.tags.length', is: 'exists' }, {}, { event: { tags: [1] } })).toBe(false);
  });

  test('with the area of an event takes polygons, circles and municipalities', () => {
    const rule = { fact: 'citizen.place', is: 'inside-area-of-event' };
    const area = {
      polygons: [
        [
          [39, -6],
          [39, -5],
          [40, -5],
          [40, -6],
          [39, -6],
        ],
      ],
      circles: [{ lat: 28, lon: -16, km: 5 }],
      municipalities: ['06127'],
    };
    const inside = (citizen: Record<string, unknown>, event: unknown = { area }) => ask(rule, citizen, { event });
    expect(inside({ lat: 39.5, lon: -5.5 })).toBe(true);
    expect(inside({ lat: 28.01, lon: -16 })).toBe(true);
    expect(inside({ municipality: '06127' })).toBe(true);
    expect(inside({ lat: 41, lon: 2, municipality: '08019' })).toBe(false);
    expect(inside({ lat: 39.5, lon: -5.5 }, { area: { polygons: 'everywhere' } })).toBe(false);
    expect(inside({ lat: 39.5, lon: -5.5 }, null)).toBe(false);
  });
});
