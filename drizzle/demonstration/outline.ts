/** Rings of [lon, lat] in degrees, one list per polygon: the outer ring first, then its holes (the order of GeoJSON). */
export type Outline = readonly (readonly (readonly (readonly number[])[])[])[];

/** Whether a point lies inside an outline. */
export function insideOutline(lat: number, lon: number, outline: Outline): boolean {
  return outline.some(
    ([outer, ...holes]) =>
      outer !== undefined && insideRing(lat, lon, outer) && !holes.some((hole) => insideRing(lat, lon, hole)),
  );
}

/** The least and greatest longitude and latitude of an outline. */
export function boxOf(outline: Outline) {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [outer = []] of outline)
    for (const [lon = 0, lat = 0] of outer) {
      box.west = Math.min(box.west, lon);
      box.east = Math.max(box.east, lon);
      box.south = Math.min(box.south, lat);
      box.north = Math.max(box.north, lat);
    }
  return box;
}

/**
 * A point well inside the largest polygon of an outline: of the middles of the spans in which 24 parallels cut it, the one
 * on the widest span, so that it never falls outside a bent municipality as a centroid does.
 */
export function pointInside(outline: Outline): { lat: number; lon: number } {
  const widest = { lat: 0, lon: 0, width: -1 };
  for (const polygon of outline) {
    const { south, north } = boxOf([polygon]);
    for (let line = 1; line < 24; line++) {
      const lat = south + ((north - south) * line) / 24;
      const crossings = polygon.flatMap((ring) => crossingsOf(lat, ring)).sort((a, b) => a - b);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [from = 0, to = 0] = [crossings[i], crossings[i + 1]];
        // Parallels in the middle of the polygon are preferred: the widest span is often at the foot of a triangle.
        const width = (to - from) * (1 - Math.abs(line - 12) / 24);
        if (width > widest.width) Object.assign(widest, { lat, lon: (from + to) / 2, width });
      }
    }
  }
  if (widest.width <= 0) return corner(outline); // simplified to a sliver that no parallel cuts
  return { lat: widest.lat, lon: widest.lon };
}

/** Kilometres from a point to the nearest place on an outline's rim; a flat approximation, good to 1 % within 50 km. */
export function kmToRim(lat: number, lon: number, outline: Outline): number {
  const east = 111.32 * Math.cos((lat * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  for (const polygon of outline)
    for (const ring of polygon)
      for (let i = 0; i + 1 < ring.length; i++) {
        const [a, b] = [ring[i] ?? [], ring[i + 1] ?? []];
        const [ax, ay] = [((a[0] ?? 0) - lon) * east, ((a[1] ?? 0) - lat) * 111.32];
        const [dx, dy] = [((b[0] ?? 0) - lon) * east - ax, ((b[1] ?? 0) - lat) * 111.32 - ay];
        const along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
        least = Math.min(least, Math.hypot(ax + along * dx, ay + along * dy));
      }
  return least;
}

function corner([polygon]: Outline) {
  const [lon = 0, lat = 0] = polygon?.[0]?.[0] ?? [];
  return { lat, lon };
}

const insideRing = (lat: number, lon: number, ring: readonly (readonly number[])[]) =>
  crossingsOf(lat, ring).filter((crossing) => crossing > lon).length % 2 === 1;

function crossingsOf(lat: number, ring: readonly (readonly number[])[]): number[] {
  const crossings: number[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    const [x2 = 0, y2 = 0] = ring[j] ?? [];
    if (y1 > lat !== y2 > lat) crossings.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
  }
  return crossings;
}
