import { describe, expect, test } from 'vitest';
import { addDays, instantOf, localOf, weekdayOf, zoneOf, zoneSchema } from './zone.ts';

const at = (text: string) => Date.parse(text);

describe('zones of Spain', () => {
  test('only the two Canary provinces keep Canary time', () => {
    expect(zoneOf('35016')).toBe('Atlantic/Canary');
    expect(zoneOf('38038')).toBe('Atlantic/Canary');
    expect(zoneOf('06063')).toBe('Europe/Madrid');
    expect(zoneOf('07040')).toBe('Europe/Madrid');
    expect(zoneOf(null)).toBe('Europe/Madrid');
  });

  test('a missing hour moves forward', () => {
    expect(instantOf('2026-03-29', '02:30', 'Europe/Madrid')).toBe(at('2026-03-29T03:30+02:00'));
    expect(instantOf('2026-03-29', '01:30', 'Atlantic/Canary')).toBe(at('2026-03-29T02:30+01:00'));
  });

  test('a repeated hour is its first occurrence', () => {
    expect(instantOf('2026-10-25', '02:30', 'Europe/Madrid')).toBe(at('2026-10-25T02:30+02:00'));
    expect(instantOf('2026-10-25', '01:30', 'Atlantic/Canary')).toBe(at('2026-10-25T01:30+01:00'));
  });

  test('24:00 is the end of the day, across a year too', () => {
    expect(instantOf('2026-12-31', '24:00', 'Europe/Madrid')).toBe(at('2027-01-01T00:00+01:00'));
  });

  test('the same instant is another date in the Canary Islands around midnight', () => {
    const newYear = at('2027-01-01T00:30+01:00');
    expect(localOf(newYear, 'Europe/Madrid')).toEqual({ date: '2027-01-01', time: '00:30:00', weekday: 5 });
    expect(localOf(newYear, 'Atlantic/Canary')).toEqual({ date: '2026-12-31', time: '23:30:00', weekday: 4 });
  });

  test('dates are counted over leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
    expect(weekdayOf('2026-11-01')).toBe(7);
  });

  test('a zone must be an IANA name', () => {
    expect(zoneSchema.safeParse('Atlantic/Canary').success).toBe(true);
    for (const wrong of ['Europe/Atlantis', '+02:00', '', 'CEST?'])
      expect(zoneSchema.safeParse(wrong).success).toBe(false);
  });
});
