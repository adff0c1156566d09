import { coreAttribute, coreAttributes, safetyFlags } from './core-attributes.ts';

/**
 * What a rule is asked about. `citizen` holds the core attributes by their names in rules (dates as `YYYY-MM-DD`) and
 * the catalogued ones under `attributes`; `now` is epoch milliseconds; `zone` is used for a citizen without a known one.
 */
export type Facts = {
  citizen: Readonly<Record<string, unknown>>;
  member: Readonly<Record<string, unknown>>;
  event: unknown;
  now: number;
  zone: string;
};

/** The value of a fact, undefined when there is none. `exact`: a core code or list, which is compared to the letter. */
export function readFact(fact: string, facts: Facts): { value: unknown; exact: boolean } {
  const [source, ...path] = fact.split('.');
  if (source === 'event') return { value: dig(facts.event, path), exact: false };
  if (source === 'member') return { value: dig(facts.member, path), exact: false };
  const name = path[0] ?? '';
  if (safetyFlags.includes(name)) return { value: undefined, exact: false };
  const core = coreAttribute(name);
  if (core === undefined) return { value: dig(facts.citizen['attributes'], path), exact: false };
  if (core.name === 'place') return { value: corePlace(facts.citizen), exact: false };
  return { value: facts.citizen[core.name] ?? undefined, exact: core.type === 'code' || core.type === 'list' };
}

/** The value at a path of own properties of objects; undefined where there is none, or null. */
export function dig(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (!isRecord(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found ?? undefined;
}

function corePlace(citizen: Facts['citizen']): unknown {
  const place = (['lat', 'lon', 'municipality'] satisfies (keyof typeof coreAttributes)[]).map((name) => [
    name,
    citizen[name] ?? undefined,
  ]);
  return place.every(([, value]) => value === undefined) ? undefined : Object.fromEntries(place);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
