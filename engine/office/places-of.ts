import { comparisonsOf } from '../rule/reads.ts';
import type { Rule } from '../rule/rule.ts';

/** A place that a rule names; the area that an event carries is told by its description. */
export type Place =
  | { is: 'municipality' | 'province'; code: string }
  | { is: 'circle'; lat: number; lon: number; km: number }
  | { is: 'polygon'; corners: number }
  | { is: 'area-of-event'; name: string };

/** The places that a rule and the event in hand name, each once, in the order they are written. */
export function placesOf(rule: Rule, event: Record<string, unknown> | null): Place[] {
  const places = comparisonsOf(rule).flatMap((comparison): Place[] => {
    switch (comparison.is) {
      case 'in-municipality':
        return comparison.value.map((code) => ({ is: 'municipality', code }));
      case 'in-province':
        return comparison.value.map((code) => ({ is: 'province', code }));
      case 'within-km':
        return [{ is: 'circle', ...comparison.value }];
      case 'inside-polygon':
        return [{ is: 'polygon', corners: comparison.value.length }];
      case 'inside-area-of-event':
        return [{ is: 'area-of-event', name: textOf(event?.['areaDesc']) }];
      default:
        return [];
    }
  });
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
