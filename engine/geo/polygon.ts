import type { LatLon } from './distance.ts';

/** A closed line of places, first = last, latitude first. */
export type Ring = LatLon[];
/** An outer ring and the holes in it. */
export type Polygon = Ring[];
export type BoundingBox = { south: number; west: number; north: number; east: number };

/**
 * Whether a place lies in a ring, its line included. Degrees are taken as plane coordinates, as CAP consumers do.
 * A ring left open is closed; where it crosses itself, what it winds around is inside.
 */
export function inRing(lat: number, lon: number, ring: Ring): boolean {
  let winding = 0;
  for (let i = 0; i < ring.length; i++) {
    const [aLat, aLon] = ring.at(i - 1) as LatLon;
    const [bLat, bLon] = ring[i] as LatLon;
    const side = (bLat - aLat) * (lon - aLon) - (bLon - aLon) * (lat - aLat);
    if (side === 0 && between(lat, aLat, bLat) && between(lon, aLon, bLon)) return true;
    if (aLon <= lon && lon < bLon && side < 0) winding--;
    else if (bLon <= lon && lon < aLon && side > 0) winding++;
  }
  return winding !== 0;
}

/** Whether a place lies in a polygon: in its outer ring, and in none of its holes (their line still counts as inside). */
export function inPolygon(lat: number, lon: number, [outer, ...holes]: Polygon): boolean {
  return (
    outer !== undefined &&
    inRing(lat, lon, outer) &&
    holes.every((hole) => !inRing(lat, lon, hole) || onLine(lat, lon, hole))
  );
}

/** Whether a place lies in any of several polygons. */
export function inMultiPolygon(lat: number, lon: number, polygons: Polygon[]): boolean {
  return polygons.some((polygon) => inPolygon(lat, lon, polygon));
}

/** The smallest box around a ring, or undefined if it is empty; antimeridian crossings are not understood. */
export function boundingBox(ring: Ring): BoundingBox | undefined {
  if (ring.length === 0) return undefined;
  const box = { south: Infinity, west: Infinity, north: -Infinity, east: -Infinity };
  for (const [lat, lon] of ring) {
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
  }
  return box;
}

/** Whether a place lies in a box, its edge included. */
export function inBox(lat: number, lon: number, { south, west, north, east }: BoundingBox): boolean {
  return south <= lat && lat <= north && west <= lon && lon <= east;
}

function onLine(lat: number, lon: number, ring: Ring): boolean {
  return ring.some(([bLat, bLon], i) => {
    const [aLat, aLon] = ring[i - 1] ?? [bLat, bLon];
    const side = (bLat - aLat) * (lon - aLon) - (bLon - aLon) * (lat - aLat);
    return side === 0 && between(lat, aLat, bLat) && between(lon, aLon, bLon);
  });
}

function between(value: number, a: number, b: number) {
  return Math.min(a, b) <= value && value <= Math.max(a, b);
}
