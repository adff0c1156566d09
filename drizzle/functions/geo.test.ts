import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { distanceKm, type LatLon } from '#engine/geo/distance.ts';
import { inRing, type Ring } from '#engine/geo/polygon.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** Seven decimals, a centimetre: as fine as any source of coordinates. */
const lat = fc.integer({ min: 360_000_000, max: 438_000_000 }).map((n) => n / 1e7);
const lon = fc.integer({ min: -90_000_000, max: 40_000_000 }).map((n) => n / 1e7);
/** Coarse coordinates meet corners and edges often, fine ones hardly ever. */
const coarse = fc.integer({ min: 0, max: 8 }).map((n) => 38 + n / 4);
const place = fc.oneof(
  fc.tuple(lat, lon),
  fc.tuple(
    coarse,
    coarse.map((n) => n - 44),
  ),
);
const ring: fc.Arbitrary<Ring> = fc
  .oneof(
    fc.array(fc.tuple(lat, lon), { minLength: 3, maxLength: 60 }),
    fc.array(
      fc.tuple(
        coarse,
        coarse.map((n) => n - 44),
      ),
      { minLength: 3, maxLength: 8 },
    ),
  )
  .map((places) => [...places, places[0] as LatLon]);

test('a place is inside the same rings, corners and edges included', async () => {
  const cases = fc
    .sample(fc.tuple(ring, fc.array(place, { minLength: 20, maxLength: 20 })), 150)
    .flatMap(([shape, places]) => [...places, ...shape].map(([a, b]) => ({ shape, a, b })))
    .filter(
      ({ shape, a, b }) => onCorner(shape, a, b) || rimDistance(shape, a, b) === 0 || rimDistance(shape, a, b) > 1e-9,
    );
  const { rows } = await db.database.query<{ inside: boolean }>(
    `select cauce_in_polygon((c->>0)::float8, (c->>1)::float8, array(select e::float8 from jsonb_array_elements_text(c->2) e)) as inside
       from jsonb_array_elements($1::jsonb) with ordinality as x(c, i) order by i`,
    [JSON.stringify(cases.map(({ shape, a, b }) => [a, b, shape.flat()]))],
  );
  cases.forEach(({ shape, a, b }, i) =>
    expect(rows[i]?.inside, JSON.stringify({ a, b, shape })).toBe(inRing(a, b, shape)),
  );
  expect(new Set(rows.map(({ inside }) => inside)).size).toBe(2);
});

test('distances agree to a thousandth of a millimetre per kilometre', async () => {
  const cases = fc.sample(fc.tuple(fc.tuple(lat, lon), fc.tuple(lat, lon)), 2_000).concat([
    [
      [0, 0],
      [0, 180],
    ],
    [
      [90, 0],
      [-90, 0],
    ],
    [
      [40, -3],
      [40, -3],
    ],
  ]);
  const { rows } = await db.database.query<{ km: number }>(
    `select cauce_km((c->>0)::float8, (c->>1)::float8, (c->>2)::float8, (c->>3)::float8) as km
       from jsonb_array_elements($1::jsonb) with ordinality as x(c, i) order by i`,
    [JSON.stringify(cases.map((pair) => pair.flat()))],
  );
  cases.forEach(([[a, b], [c, d]], i) => {
    const km = distanceKm(a, b, c, d);
    expect(Math.abs((rows[i]?.km ?? NaN) - km)).toBeLessThanOrEqual(1e-9 * Math.max(1, km));
  });
});

test('a hundred thousand places are asked about one polygon in a moment', async () => {
  const circle = Array.from({ length: 61 }, (_, i) => [
    39 + Math.sin((i % 60) / 9.55),
    -5 + Math.cos((i % 60) / 9.55),
  ]).flat();
  const started = performance.now();
  const { rows } = await db.database.query<{ n: number }>(
    `select count(*)::int as n from generate_series(1, 100000) i where cauce_in_polygon(36 + i % 800 / 100.0, -9 + i / 80 / 100.0, $1)`,
    [circle],
  );
  expect(rows[0]?.n).toBeGreaterThan(1_000);
  expect(performance.now() - started).toBeLessThan(15_000);
});

function onCorner(shape: Ring, a: number, b: number) {
  return shape.some(([c, d]) => c === a && d === b);
}

/** Distance in degrees to the nearest edge. */
function rimDistance(shape: Ring, a: number, b: number) {
  let least = Infinity;
  for (let i = 1; i < shape.length; i++) {
    const [c, d] = shape[i - 1] as LatLon;
    const [e, f] = shape[i] as LatLon;
    const length = (e - c) ** 2 + (f - d) ** 2;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((a - c) * (e - c) + (b - d) * (f - d)) / length));
    least = Math.min(least, Math.hypot(a - c - along * (e - c), b - d - along * (f - d)));
  }
  return least;
}
