import { checkRing, closed } from '../geo/check-ring.ts';
import type { Problem } from '../problem.ts';
import type { AttributeType } from './attribute.ts';
import { fold } from './fold.ts';
import type { Comparison } from './rule.ts';

/** What is wrong with the value of a comparison, of a fact of that type (undefined: any); `path` is the value's own. */
export function checkValue(
  comparison: Comparison,
  type: AttributeType | undefined,
  path: (string | number)[],
): Problem[] {
  const problem = (code: string, params: Problem['params'] = {}): Problem[] => [
    { code, severity: 'error', path, params: { fact: comparison.fact, ...params } },
  ];
  switch (comparison.is) {
    case 'equals':
    case 'not-equals':
      if (comparison.value === '') return problem('rule-empty-text');
      return suits(comparison.value, type) ? [] : problem('rule-value-of-wrong-type', { type: String(type) });
    case 'in':
    case 'not-in':
      if (comparison.value.length === 0) return problem('rule-empty-list');
      return comparison.value.every((value) => suits(value, type))
        ? []
        : problem('rule-value-of-wrong-type', { type: String(type) });
    case 'contains':
    case 'starts-with':
      return fold(comparison.value) === '' ? problem('rule-empty-text') : [];
    case 'has':
      return comparison.value === '' ? problem('rule-empty-text') : [];
    case 'has-any':
      return comparison.value.length === 0 ? problem('rule-empty-list') : [];
    case 'between':
      return checkRange(comparison.value, type, problem);
    case 'age-between':
      return comparison.value[0] > comparison.value[1] ? problem('rule-range-backwards') : [];
    case 'in-municipality':
      return checkCodes(comparison.value, /^(?:0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}$/, 'rule-bad-municipality', problem);
    case 'in-province':
      return checkCodes(comparison.value, /^(?:0[1-9]|[1-4][0-9]|5[0-2])$/, 'rule-bad-province', problem);
    case 'inside-polygon': {
      const [first] = comparison.value;
      const ring = first === undefined || closed(comparison.value) ? comparison.value : [...comparison.value, first];
      return checkRing(ring, path);
    }
    case 'within-km': {
      const { lat, lon, km } = comparison.value;
      if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return problem('coordinate-out-of-range', { lat, lon });
      return km > 0 && km <= 20_000 ? [] : problem('rule-bad-radius', { km });
    }
    default:
      return [];
  }
}

type Report = (code: string, params?: Problem['params']) => Problem[];

function suits(value: string | number | boolean, type: AttributeType | undefined): boolean {
  if (type === 'number' || type === 'boolean') return typeof value === type;
  return type === undefined || typeof value === 'string';
}

function checkRange(
  [low, high]: [number, number] | [string, string],
  type: AttributeType | undefined,
  problem: Report,
) {
  if (type === 'number' || type === 'date')
    if ((type === 'number') !== (typeof low === 'number')) return problem('rule-value-of-wrong-type', { type });
  // Where `today` lies among dates is not known beforehand; ISO dates sort as text.
  return low !== 'today' && high !== 'today' && low > high ? problem('rule-range-backwards') : [];
}

function checkCodes(codes: readonly string[], shape: RegExp, code: string, problem: Report): Problem[] {
  if (codes.length === 0) return problem('rule-empty-list');
  const bad = codes.find((value) => !shape.test(value));
  return bad === undefined ? [] : problem(code, { value: bad });
}
