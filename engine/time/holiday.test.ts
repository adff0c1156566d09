import { expect, test } from 'vitest';
import { holidayCalendar, holidaysOfSpain, scopesOf } from './holiday.ts';
import { communityOf } from './province.ts';
import { dateSchema } from './zone.ts';

const calendar = holidayCalendar(holidaysOfSpain);
const demonstration = (
  '06063 06127 06125 06035 46118 46039 46107 46179 46073 46206 46071 ' +
  '28079 46250 06015 06083 35016 38038 08019 48020 15030'
).split(' ');

test('every row is a real date with a scope, and none is told twice', () => {
  const keys = holidaysOfSpain.map(({ date, scope }) => `${date} ${scope}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { date, scope, name } of holidaysOfSpain) {
    expect(dateSchema.safeParse(date).success, date).toBe(true);
    expect(scope).toMatch(/^(ES|CCAA:(0[1-9]|1\d)|INE:\d{5})$/);
    expect(name).not.toBe('');
  }
});

test.each([2026, 2027])('in %i the country, all nineteen communities and the demonstration have a calendar', (year) => {
  expect(calendar.covers(year, 'ES')).toBe(true);
  for (let code = 1; code <= 19; code++)
    expect(calendar.covers(year, `CCAA:${String(code).padStart(2, '0')}`)).toBe(true);
  for (const municipality of demonstration)
    expect(calendar.covers(year, `INE:${municipality}`), municipality).toBe(true);
  expect(calendar.covers(2028, 'ES')).toBe(false);
});

test('a municipality has exactly two local holidays a year, and its island day in the Canaries', () => {
  for (const municipality of demonstration)
    for (const year of ['2026', '2027']) {
      const days = holidaysOfSpain.filter(
        ({ date, scope }) => scope === `INE:${municipality}` && date.startsWith(year),
      );
      expect(days.length, `${municipality} ${year}`).toBe(/^3[58]/.test(municipality) ? 3 : 2);
    }
});

test('no community holds more than the twelve days that the Workers Statute leaves it, cities with their local days fourteen', () => {
  for (const year of ['2026', '2027'])
    for (let code = 1; code <= 19; code++) {
      const scope = `CCAA:${String(code).padStart(2, '0')}`;
      const days = holidaysOfSpain.filter(
        ({ date, scope: own }) =>
          date.startsWith(year) && (own === 'ES' || own === scope) && new Date(date).getUTCDay() !== 0,
      );
      // Navarre adds San Francisco Javier as a thirteenth; Ceuta's 2027 is projected with fifteen.
      expect(days.length, `${scope} ${year}`).toBeLessThanOrEqual(
        { 'CCAA:15': 13, 'CCAA:18': 15, 'CCAA:19': 14 }[scope] ?? 12,
      );
      expect(days.length, `${scope} ${year}`).toBeGreaterThanOrEqual(11);
    }
});

test('all of 2027 that the law does not fix is marked provisional', () => {
  for (const { date, scope, provisional } of holidaysOfSpain)
    if (date.startsWith('2027') && scope !== 'ES') expect(provisional, `${date} ${scope}`).toBe(true);
});

test('the province in a municipality code gives its community', () => {
  expect(communityOf('06063')).toBe('11');
  expect(communityOf('46118')).toBe('10');
  expect(communityOf('52001')).toBe('19');
  expect(scopesOf('06063')).toEqual(['ES', 'CCAA:11', 'INE:06063']);
  for (const wrong of ['53001', '00001', '6063', 'abcde', '']) expect(scopesOf(wrong), wrong).toBeUndefined();
});
