import { dayAt, isAged, isBefore, knownZone, readDay } from './day.ts';
import { fold } from './fold.ts';
import { insideArea, insideRing, municipalityOf, positionOf, withinCircle } from './place.ts';
import { dig, type Facts, readFact } from './read-fact.ts';
import { readNumber } from './read-number.ts';
import type { Comparison } from './rule.ts';

/** Whether one comparison holds; false whenever the fact is missing or cannot be read as what the operator asks of. */
export function compare(comparison: Comparison, facts: Facts): boolean {
  const { value: fact, exact } = readFact(comparison.fact, facts);
  switch (comparison.is) {
    case 'equals':
      return isSame(fact, comparison.value, exact);
    case 'not-equals':
      return !isSame(fact, comparison.value, exact);
    case 'in':
      return comparison.value.some((value) => isSame(fact, value, exact));
    case 'not-in':
      return !comparison.value.some((value) => isSame(fact, value, exact));
    case 'contains':
      return typeof fact === 'string' && fold(fact).includes(fold(comparison.value));
    case 'starts-with':
      return typeof fact === 'string' && fold(fact).startsWith(fold(comparison.value));
    case 'has':
      return Array.isArray(fact) && fact.some((item) => isSame(item, comparison.value, exact));
    case 'has-any':
      return Array.isArray(fact) && comparison.value.some((value) => fact.some((item) => isSame(item, value, exact)));
    case 'exists':
      return isThere(fact);
    case 'missing':
      return !isThere(fact);
    case 'in-municipality':
      return isListed(municipalityOf(fact), comparison.value);
    case 'in-province':
      return isListed(municipalityOf(fact)?.slice(0, 2), comparison.value);
    case 'inside-polygon':
      return insideRing(positionOf(fact), comparison.value);
    case 'within-km':
      return withinCircle(positionOf(fact), comparison.value);
    case 'inside-area-of-event':
      return insideArea(fact, dig(facts.event, ['area']));
    case 'less':
    case 'at-most':
    case 'greater':
    case 'at-least':
      return compareNumber(readNumber(fact), comparison.is, comparison.value);
    case 'between':
      return isBetween(fact, comparison.value, facts);
    default:
      return compareDay(fact, comparison, facts);
  }
}

function isSame(fact: unknown, value: string | number | boolean, exact: boolean): boolean {
  if (typeof value === 'number') return readNumber(fact) === value;
  if (typeof value === 'boolean') return fact === value;
  return typeof fact === 'string' && (exact ? fact === value : fold(fact) === fold(value));
}

function isListed(code: string | undefined, codes: readonly string[]): boolean {
  return code !== undefined && codes.includes(code);
}

function isThere(fact: unknown): boolean {
  return fact !== undefined && fact !== null && fact !== '' && !(Array.isArray(fact) && fact.length === 0);
}

function compareNumber(fact: number | undefined, is: 'less' | 'at-most' | 'greater' | 'at-least', value: number) {
  if (fact === undefined) return false;
  if (is === 'less') return fact < value;
  if (is === 'at-most') return fact <= value;
  return is === 'greater' ? fact > value : fact >= value;
}

function isBetween(fact: unknown, [low, high]: [number, number] | [string, string], facts: Facts): boolean {
  if (typeof low === 'number') {
    const number = readNumber(fact);
    return number !== undefined && low <= number && number <= Number(high);
  }
  const { day, dayFrom } = calendar(fact, facts);
  return day !== undefined && isBefore(dayFrom(low), day, 'or-on') && isBefore(day, dayFrom(String(high)), 'or-on');
}

type DayComparison = Extract<
  Comparison,
  { is: 'before' | 'after' | 'on' | 'in-last-days' | 'in-next-days' | 'age-between' }
>;

function compareDay(fact: unknown, comparison: DayComparison, facts: Facts): boolean {
  const { day, today, dayFrom } = calendar(fact, facts);
  if (day === undefined) return false;
  switch (comparison.is) {
    case 'before':
      return isBefore(day, dayFrom(comparison.value));
    case 'after':
      return isBefore(dayFrom(comparison.value), day);
    case 'on':
      return day.equals(dayFrom(comparison.value));
    case 'in-last-days':
      return isBefore(today.subtract({ days: comparison.value }), day, 'or-on') && isBefore(day, today, 'or-on');
    case 'in-next-days':
      return isBefore(today, day, 'or-on') && isBefore(day, today.add({ days: comparison.value }), 'or-on');
    case 'age-between':
      return isAged(day, ...comparison.value, today);
  }
}

function calendar(fact: unknown, facts: Facts) {
  const zone = knownZone(facts.citizen['zone'], facts.zone);
  const today = dayAt(facts.now, zone);
  const dayFrom = (text: string) => (text === 'today' ? today : (readDay(text, zone) ?? neverRead(text)));
  return { day: readDay(fact, zone), today, dayFrom };
}

function neverRead(text: string): never {
  throw new Error(`A rule that was not read by ruleSchema holds the date ${text}`);
}
