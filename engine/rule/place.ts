import { kilometres } from '#engine/geo/kilometres.ts';
import { pointInPolygon, type Ring } from '#engine/geo/polygon.ts';
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

export function insideRing(position: Position | undefined, ring: Ring): boolean {
  return position !== undefined && ring.length > 2 && pointInPolygon(position.lat, position.lon, ring);
}

export function withinCircle(position: Position | undefined, circle: Position & { km: number }): boolean {
  if (position === undefined || positionOf(circle) === undefined) return false;
  return kilometres(position.lat, position.lon, circle.lat, circle.lon) <= circle.km;
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
  const points = polygon.map((point: unknown) =>
    Array.isArray(point) && point.length === 2 ? ([readNumber(point[0]), readNumber(point[1])] as const) : undefined,
  );
  return points.every((point) => point?.[0] !== undefined && point[1] !== undefined) ? (points as Ring) : [];
}

function list(area: unknown, key: string): unknown[] {
  const found = dig(area, [key]);
  return Array.isArray(found) ? found : [];
}
