import type { AttributeType } from '../attribute.ts';
import { type Day, dayAt, readDay } from '../day.ts';
import type { Facts } from '../read-fact.ts';
import type { Comparison } from '../rule.ts';

/**
 * Values worth trying for the fact of a comparison: those on both sides of its edges, nearest first, so that among them
 * lies one that just fits and one that just does not. `undefined`, the missing value, is always among them.
 */
export function candidates(comparison: Comparison, type: AttributeType | undefined, facts: Facts): unknown[] {
  return [...valuesFor(comparison, type, facts), undefined];
}

function valuesFor(comparison: Comparison, type: AttributeType | undefined, facts: Facts): unknown[] {
  switch (comparison.is) {
    case 'equals':
    case 'not-equals':
      return [comparison.value, other(comparison.value)];
    case 'in':
    case 'not-in':
      return [...comparison.value.slice(0, 3), other(comparison.value[0] ?? '', comparison.value)];
    case 'contains':
    case 'starts-with':
      return [comparison.value, 'otra cosa'];
    case 'has':
      return [[comparison.value], ['otra-cosa']];
    case 'has-any':
      return [comparison.value.slice(0, 1), ['otra-cosa']];
    case 'less':
    case 'at-most':
    case 'greater':
    case 'at-least':
      return [comparison.value, comparison.value - 1, comparison.value + 1];
    case 'exists':
    case 'missing':
      return [anyOf(type, facts)];
    case 'in-municipality':
      return place(type, [...comparison.value.slice(0, 3), '28079', '46250']);
    case 'in-province':
      return place(type, [...comparison.value.slice(0, 3).map((code) => `${code}001`), '28079', '46250']);
    case 'inside-polygon':
      return insideAndOutside(comparison.value);
    case 'within-km': {
      const { lat, lon, km } = comparison.value;
      return [
        { lat, lon },
        { lat: Math.min(89, lat + (km + 1) / 111.2), lon },
        { lat: -lat, lon },
      ];
    }
    case 'inside-area-of-event':
      return [{ municipality: municipalityInArea }, { municipality: '28079' }];
    case 'between':
      if (typeof comparison.value[0] === 'number') return around(comparison.value as [number, number]);
      return days(comparison, facts);
    default:
      return days(comparison, facts);
  }
}

/** Where the area of an invented event lies. */
export const municipalityInArea = '46118';

function other(value: string | number | boolean, taken: readonly unknown[] = [value]): string | number | boolean {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return Math.max(value, ...taken.filter((one) => typeof one === 'number')) + 1;
  // A code of five figures should stay one, so that it can be told by name.
  return /^\d{5}$/.test(value) ? (taken.includes('28079') ? '08019' : '28079') : 'otra-cosa';
}

const around = ([low, high]: [number, number]) => [low, high, low - 1, high + 1];

function place(type: AttributeType | undefined, codes: string[]): unknown[] {
  return type === 'place' ? codes.map((municipality) => ({ municipality })) : codes;
}

function insideAndOutside(ring: readonly (readonly [number, number])[]): unknown[] {
  const corners = ring.slice(0, 200);
  const middle = (of: 0 | 1) => corners.reduce((sum, corner) => sum + corner[of], 0) / Math.max(1, corners.length);
  const north = Math.max(-89, ...corners.map(([lat]) => lat));
  const [first = [0, 0], second = first] = corners;
  // The middle may lie outside a bent ring; the middle of a side never does.
  const side = { lat: (first[0] + second[0]) / 2, lon: (first[1] + second[1]) / 2 };
  return [{ lat: middle(0), lon: middle(1) }, side, { lat: Math.min(89, north + 0.01), lon: middle(1) }];
}

function anyOf(type: AttributeType | undefined, { now, zone }: Facts): unknown {
  if (type === 'number') return 1;
  if (type === 'boolean') return true;
  if (type === 'date') return dayAt(now, zone).toString();
  if (type === 'list') return ['algo'];
  return type === 'place' ? { municipality: municipalityInArea } : 'algo';
}

type Dated = Extract<
  Comparison,
  { is: 'between' | 'before' | 'after' | 'on' | 'in-last-days' | 'in-next-days' | 'age-between' }
>;

function days(comparison: Dated, { now, zone }: Facts): unknown[] {
  const today = dayAt(now, zone);
  const from = (text: string | number) => (text === 'today' ? today : (readDay(String(text), zone) ?? today));
  const near = (day: Day) => [day, day.subtract({ days: 1 }), day.add({ days: 1 })];
  const found: Day[] = [];
  switch (comparison.is) {
    case 'between':
      found.push(...comparison.value.flatMap((value) => near(from(value))));
      break;
    case 'in-last-days':
      found.push(...near(today.subtract({ days: comparison.value })), ...near(today));
      break;
    case 'in-next-days':
      found.push(...near(today.add({ days: comparison.value })), ...near(today));
      break;
    case 'age-between': {
      const [low, high] = comparison.value;
      found.push(...near(today.subtract({ years: low })), ...near(today.subtract({ years: high + 1 })));
      break;
    }
    default:
      found.push(...near(from(comparison.value)));
  }
  return found.map(String);
}
