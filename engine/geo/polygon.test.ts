import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inArea, nowhere, unionOf } from './area.ts';
import { checkRing, crossesItself } from './check-ring.ts';
import { distanceKm, inCircle, type LatLon } from './distance.ts';
import { boundingBox, inBox, inMultiPolygon, inPolygon, inRing, type Ring } from './polygon.ts';

const square: Ring = [
  [39, -6],
  [39, -5],
  [40, -5],
  [40, -6],
  [39, -6],
];
const hole: Ring = [
  [39.4, -5.6],
  [39.4, -5.4],
  [39.6, -5.4],
  [39.6, -5.6],
  [39.4, -5.6],
];
const codes = (ring: Ring) => checkRing(ring).map(({ code }) => code);

describe('a place in a polygon', () => {
  test('is inside on the line and on the corners', () => {
    for (const [lat, lon] of [[39.5, -5.5], [39, -5.5], [40, -5.5], [39.5, -6], [39.5, -5], ...square] as LatLon[])
      expect(inRing(lat, lon, square), `${lat} ${lon}`).toBe(true);
    for (const [lat, lon] of [
      [38.999, -5.5],
      [40.001, -5.5],
      [39.5, -6.001],
      [39.5, -4.999],
      [39, -7],
      [40, -7],
    ] as LatLon[])
      expect(inRing(lat, lon, square), `${lat} ${lon}`).toBe(false);
  });

  test('does not change with the direction in which the ring is told', () => {
    const ring = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
      minLength: 3,
      maxLength: 9,
    });
    fc.assert(
      fc.property(ring, fc.nat(6), fc.nat(6), (places, lat, lon) => {
        const shape: Ring = [...places, places[0] as LatLon];
        const inside = inRing(lat, lon, shape);
        expect(inRing(lat, lon, shape.toReversed())).toBe(inside);
        expect(inRing(lat, lon, places)).toBe(inside);
        expect(
          inRing(
            lon,
            lat,
            shape.map(([a, b]) => [b, a]),
          ),
        ).toBe(inside);
        const box = boundingBox(shape);
        if (inside) expect(box && inBox(lat, lon, box)).toBe(true);
      }),
    );
  });

  test('is outside in a hole, and inside on its line', () => {
    expect(inPolygon(39.5, -5.5, [square, hole])).toBe(false);
    expect(inPolygon(39.4, -5.5, [square, hole])).toBe(true);
    expect(inPolygon(39.2, -5.5, [square, hole])).toBe(true);
    expect(inPolygon(39.2, -5.5, [])).toBe(false);
    expect(inMultiPolygon(39.5, -5.5, [[square, hole], [hole]])).toBe(true);
  });
});

describe('a ring', () => {
  test('that is sound has no problem', () => {
    expect(codes(square)).toEqual([]);
    expect(
      codes([
        [39, -6],
        [39, -6],
        [39, -5],
        [40, -5],
        [39, -6],
      ]),
    ).toEqual([]);
  });

  test('that is open, short, out of range or crosses itself says so', () => {
    expect(codes(square.slice(0, 4))).toEqual(['polygon-open']);
    expect(codes(square.slice(0, 3))).toEqual(['polygon-too-few']);
    expect(
      codes([
        [39, -6],
        [39, -500],
        [40, -5],
        [39, -6],
      ]),
    ).toEqual(['coordinate-out-of-range']);
    expect(
      codes([
        [NaN, -6],
        [39, -5],
        [40, -5],
        [39, -6],
      ]),
    ).toContain('coordinate-out-of-range');
    expect(
      codes([
        [39, -6],
        [40, -5],
        [39, -5],
        [40, -6],
        [39, -6],
      ]),
    ).toEqual(['polygon-crosses-itself']);
    expect(
      codes([
        [39, -6],
        [40, -6],
        [39.5, -6],
        [39.5, -5],
        [39, -6],
      ]),
    ).toEqual(['polygon-crosses-itself']); // folds back
    expect(checkRing(square.slice(0, 3), ['area', 0])[0]).toEqual({
      code: 'polygon-too-few',
      severity: 'error',
      path: ['area', 0],
      params: { pairs: 3 },
    });
  });

  test('with latitude and longitude exchanged is suspected, one elsewhere on Earth is not', () => {
    expect(codes(square.map(([lat, lon]) => [lon, lat]))).toEqual(['coordinates-swapped']);
    expect(codes(square.map(([lat, lon]) => [lat - 30, lon + 60]))).toEqual([]);
  });

  test('with thousands of places is answered at once', () => {
    const ring = (n: number): Ring =>
      Array.from({ length: n + 1 }, (_, i) => [
        39 + Math.sin(((i % n) / n) * 2 * Math.PI),
        -5 + Math.cos(((i % n) / n) * 2 * Math.PI),
      ]);
    expect(crossesItself(ring(1_500))).toBe(false);
    expect(codes(ring(50_000))).toEqual(['polygon-not-checked']);
  });
});

describe('distances and areas', () => {
  test('Madrid is 504 km from Barcelona, and a point is a circle of radius 0', () => {
    expect(distanceKm(40.4168, -3.7038, 41.3874, 2.1686)).toBeCloseTo(505.4, 0);
    expect(distanceKm(0, 0, 0, 180)).toBeCloseTo(Math.PI * 6371.0088, 6);
    expect(inCircle(39, -5, { lat: 39, lon: -5, km: 0 })).toBe(true);
    expect(inCircle(39.0001, -5, { lat: 39, lon: -5, km: 0 })).toBe(false);
  });

  test('an area is the union of its polygons, circles and municipalities', () => {
    const area = unionOf([
      { ...nowhere, polygons: [square], municipalities: ['06063'] },
      { ...nowhere, circles: [{ lat: 28, lon: -16, km: 5 }], municipalities: ['06063', '06127'] },
    ]);
    expect(area.municipalities).toEqual(['06063', '06127']);
    expect(inArea(area, 39.5, -5.5, null)).toBe(true);
    expect(inArea(area, 28.01, -16, '38038')).toBe(true);
    expect(inArea(area, null, null, '06127')).toBe(true);
    expect(inArea(area, 41, 2, '08019')).toBe(false);
    expect(inArea(area, null, null, null)).toBe(false);
    expect(inArea(nowhere, 39.5, -5.5, '06063')).toBe(false);
  });
});
