import type { Comparison } from '#engine/rule/rule.ts';
import { bind, type RuleScope } from './rule-scope.ts';

export type PlaceComparison = Extract<Comparison, { is: 'inside-polygon' | 'within-km' | 'inside-area-of-event' }>;
/** SQL expressions of a place: degrees as float8, and an INE code. */
type PlaceSql = { lat: string; lon: string; municipality: string };

/** The coordinates and municipality of a place held as jsonb. */
export function jsonPlace(value: string): PlaceSql {
  const object = `(case when jsonb_typeof(${value}) = 'object' then ${value} end)`;
  return {
    lat: `cauce_number(${object} -> 'lat')`,
    lon: `cauce_number(${object} -> 'lon')`,
    municipality: `cauce_municipality(${value})`,
  };
}

/** A geographic comparison over a place, never null. */
export function placeComparisonSql(comparison: PlaceComparison, place: PlaceSql, scope: RuleScope): string {
  const { lat, lon, municipality } = place;
  switch (comparison.is) {
    case 'inside-polygon':
      return `cauce_inside(${lat}, ${lon}, ${bind(scope, comparison.value.flat(), 'float8[]')})`;
    case 'within-km': {
      const { lat: centreLat, lon: centreLon, km } = comparison.value;
      const circle = [centreLat, centreLon, km].map((number) => bind(scope, number, 'float8'));
      return `cauce_within(${lat}, ${lon}, ${circle.join(', ')})`;
    }
    case 'inside-area-of-event': {
      const { municipalities, rings, circles } = areaSql(scope);
      return `cauce_in_area(${lat}, ${lon}, ${municipality}, ${municipalities}, ${rings}, ${circles})`;
    }
  }
}

/** A box around what the comparison asks for, which indexes on the columns can serve. */
export function placeBoundsSql(comparison: PlaceComparison, place: PlaceSql, scope: RuleScope): string | undefined {
  if (comparison.is === 'inside-area-of-event') return areaBoundsSql(place, scope);
  const [south, north, west, east] = boxOf(comparison).map((degrees) => bind(scope, degrees, 'float8'));
  return `${place.lat} between ${south} and ${north} and ${place.lon} between ${west} and ${east}`;
}

/** The parts of the event's area, in sub-selects: Postgres works out once per statement those of a shared event. */
function areaSql({ event, sharedEvent }: RuleScope) {
  const part = (read: (area: string) => string) => {
    const [own, shared] = [event, sharedEvent].map(
      (sql) => `(select ${read(`((${sql ?? 'null'})::jsonb -> 'area')`)})`,
    );
    if (event === undefined) return String(shared);
    return sharedEvent === undefined ? String(own) : `(case when (${event}) is null then ${shared} else ${own} end)`;
  };
  return {
    municipalities: part((area) => `cauce_area_municipalities(${area})`),
    rings: part((area) => `cauce_area_rings(${area})`),
    circles: part((area) => `cauce_area_circles(${area})`),
    box: part((area) => `cauce_area_box(cauce_area_rings(${area}), cauce_area_circles(${area}))`),
  };
}

/** Undefined where rows have events of their own: then the box would cost as much as the area. */
function areaBoundsSql({ lat, lon, municipality }: PlaceSql, scope: RuleScope): string | undefined {
  if (scope.event !== undefined) return undefined;
  const { municipalities, box } = areaSql(scope);
  const inBox = `${lat} between (${box})[1] and (${box})[2] and ${lon} between (${box})[3] and (${box})[4]`;
  return `(${municipality} = any (${municipalities}::text[]) or (${inBox}))`;
}

function boxOf(comparison: Exclude<PlaceComparison, { is: 'inside-area-of-event' }>): [number, number, number, number] {
  if (comparison.is === 'inside-polygon') {
    const lats = comparison.value.map(([lat]) => lat);
    const lons = comparison.value.map(([, lon]) => lon);
    return [Math.min(...lats), Math.max(...lats), Math.min(...lons), Math.max(...lons)];
  }
  const { lat, lon, km } = comparison.value;
  // 110 km to a degree is short of the least any sphere or ellipsoid of the Earth gives, so the box is never too small.
  const degrees = Math.max(km, 0) / 110;
  const narrowest = Math.cos((Math.min(Math.abs(lat) + degrees, 90) * Math.PI) / 180);
  const across = narrowest < 0.02 ? 360 : degrees / narrowest;
  return [lat - degrees, lat + degrees, lon - across, lon + across];
}
