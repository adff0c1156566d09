import { type Circle, inCircle, type LatLon } from '../geo/distance.ts';
import { inRing, type Ring } from '../geo/polygon.ts';
import { dig } from './read-fact.ts';
import { readNumber } from './read-number.ts';

type Position = { lat: number; lon: number };

/** The INE code that a fact tells: itself a code of five digits, or the `municipality` of a place. */
export function municipalityOf(fact: unknown): string | undefined {
  const code = typeof fact === 'string' ? fact : dig(fact, ['municipality']);
  return typeof code === 'string' && /^[0-9]{5}$/.test(code) ? code : undefined;
}

/** Where a place lies, in degrees; undefined without both coordinates or off the globe. */
export function positionOf(place: unknown): Position | undefined {
  const lat = readNumber(dig(place, ['lat']));
  const lon = readNumber(dig(place, ['lon']));
  if (lat === undefined || lon === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180) return undefined;
  return { lat, lon };
}

/** Whether a position lies in a ring of at least three places, open or closed, its line included. */
export function insideRing(position: Position | undefined, ring: Ring): boolean {
  const [first] = ring;
  if (position === undefined || first === undefined || ring.length < 3) return false;
  return inRing(position.lat, position.lon, [...ring, first]);
}

/** Whether a position lies in a circle, its rim included. */
export function withinCircle(position: Position | undefined, circle: Circle): boolean {
  if (position === undefined || positionOf(circle) === undefined) return false;
  return inCircle(position.lat, position.lon, circle);
}

/**
 * Whether a place lies in the area an event carries: {polygons: [lat, lon][][], circles: {lat, lon, km}[],
 * municipalities: string[]}. Parts of the area that cannot be read hold nobody. Twin: `cauce_in_area`.
 */
export function insideArea(place: unknown, area: unknown): boolean {
  const position = positionOf(place);
  const municipality = municipalityOf(place);
  return (
    (municipality !== undefined && list(area, 'municipalities').includes(municipality)) ||
    list(area, 'circles').some((circle) => insideCircleOf(position, circle)) ||
    list(area, 'polygons').some((polygon) => insideRing(position, ringOf(polygon)))
  );
}

function insideCircleOf(position: Position | undefined, circle: unknown): boolean {
  const centre = positionOf(circle);
  const km = readNumber(dig(circle, ['km']));
  return centre !== undefined && km !== undefined && withinCircle(position, { ...centre, km });
}

function ringOf(polygon: unknown): Ring {
  if (!Array.isArray(polygon)) return [];
  const ring: Ring = [];
  for (const point of polygon as unknown[]) {
    const [lat, lon] = Array.isArray(point) && point.length === 2 ? (point as unknown[]) : [];
    if (!isDegrees(lat) || !isDegrees(lon)) return [];
    ring.push([lat, lon] satisfies LatLon);
  }
  return ring;
}

// Three digits at most before the point: more is no place, and would overflow where Postgres reckons in millionths.
const isDegrees = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) < 1_000;

function list(area: unknown, key: string): unknown[] {
  const found = dig(area, [key]);
  return Array.isArray(found) ? found : [];
}
