import type { Problem } from '../problem.ts';
import type { LatLon } from './distance.ts';
import { boundingBox, inBox, type Ring } from './polygon.ts';

const spain = { south: 27, west: -19, north: 44.5, east: 5 };
const mostPlaces = 2_000; // a self-crossing test compares pairs

/**
 * What is wrong with a ring: `polygon-too-few` (< 4 pairs), `polygon-open`, `coordinate-out-of-range`, `polygon-crosses-itself`,
 * and, as warnings, `coordinates-swapped` (all of it would lie in Spain with longitude and latitude exchanged) and
 * `polygon-not-checked` (too many places to look for crossings).
 */
export function checkRing(ring: Ring, path: (string | number)[] = []): Problem[] {
  const problems: Problem[] = [];
  const report = (code: string, severity: Problem['severity'], params?: Problem['params']) =>
    problems.push({ code, severity, path, ...(params && { params }) });
  const astray = ring.find(([lat, lon]) => !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180));
  if (astray) report('coordinate-out-of-range', 'error', { lat: astray[0], lon: astray[1] });
  if (ring.length < 4) report('polygon-too-few', 'error', { pairs: ring.length });
  else if (!closed(ring)) report('polygon-open', 'error');
  else if (ring.length > mostPlaces) report('polygon-not-checked', 'warning', { pairs: ring.length });
  else if (crossesItself(ring)) report('polygon-crosses-itself', 'error');
  if (looksSwapped(ring)) report('coordinates-swapped', 'warning');
  return problems;
}

/** Whether a ring ends where it begins. */
export function closed(ring: Ring): boolean {
  const first = ring[0];
  const last = ring.at(-1);
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

/** Whether places that lie outside Spain would all lie in it with longitude and latitude exchanged. */
export function looksSwapped(places: LatLon[]): boolean {
  const box = boundingBox(places);
  const turned = boundingBox(places.map(([lat, lon]) => [lon, lat]));
  if (!box || !turned) return false;
  const inside = inBox(turned.south, turned.west, spain) && inBox(turned.north, turned.east, spain);
  return inside && !inBox(box.south, box.west, spain);
}

/** Whether two edges of a closed ring meet anywhere but at the corner that neighbours share. */
export function crossesItself(ring: Ring): boolean {
  const edges = edgesOf(ring).sort((a, b) => a.south - b.south);
  for (let i = 0; i < edges.length; i++) {
    const one = edges[i] as Edge;
    for (let j = i + 1; j < edges.length; j++) {
      const other = edges[j] as Edge;
      if (other.south > one.north) break;
      if (meetBadly(one, other, edges.length)) return true;
    }
  }
  return false;
}

type Edge = { order: number; a: LatLon; b: LatLon; south: number; north: number };

/** The edges of a ring in order; a place told twice in a row makes none. */
function edgesOf(ring: Ring): Edge[] {
  const edges: Edge[] = [];
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as LatLon;
    const b = ring[i] as LatLon;
    if (a[0] === b[0] && a[1] === b[1]) continue;
    edges.push({ order: edges.length, a, b, south: Math.min(a[0], b[0]), north: Math.max(a[0], b[0]) });
  }
  return edges;
}

function meetBadly(one: Edge, other: Edge, count: number): boolean {
  const [first, second] = one.order < other.order ? [one, other] : [other, one];
  if (second.order - first.order === 1) return foldsBack(first.a, first.b, second.b);
  if (first.order === 0 && second.order === count - 1) return foldsBack(second.a, second.b, first.b);
  const d1 = side(first.a, first.b, second.a);
  const d2 = side(first.a, first.b, second.b);
  const d3 = side(second.a, second.b, first.a);
  const d4 = side(second.a, second.b, first.b);
  if (d1 * d2 < 0 && d3 * d4 < 0) return true;
  return (
    (d1 === 0 && within(second.a, first)) ||
    (d2 === 0 && within(second.b, first)) ||
    (d3 === 0 && within(first.a, second)) ||
    (d4 === 0 && within(first.b, second))
  );
}

/** Whether the way a → corner → b turns back on itself. */
function foldsBack(a: LatLon, corner: LatLon, b: LatLon): boolean {
  const ahead = (corner[0] - a[0]) * (b[0] - corner[0]) + (corner[1] - a[1]) * (b[1] - corner[1]);
  return side(a, corner, b) === 0 && ahead < 0;
}

function side([aLat, aLon]: LatLon, [bLat, bLon]: LatLon, [lat, lon]: LatLon): number {
  return Math.sign((bLat - aLat) * (lon - aLon) - (bLon - aLon) * (lat - aLat));
}

function within([lat, lon]: LatLon, { a, b, south, north }: Edge): boolean {
  return south <= lat && lat <= north && Math.min(a[1], b[1]) <= lon && lon <= Math.max(a[1], b[1]);
}
