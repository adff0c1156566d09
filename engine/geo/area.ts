import { type Circle, inCircle } from './distance.ts';
import { inRing, type Ring } from './polygon.ts';

/** Where to notify: the union of polygons, circles and municipalities (INE codes). */
export type Area = { polygons: Ring[]; circles: Circle[]; municipalities: string[] };

export const nowhere: Area = { polygons: [], circles: [], municipalities: [] };

/** Whether somebody at a place (null if unknown) in a municipality (null if unknown) is in an area. */
export function inArea(area: Area, lat: number | null, lon: number | null, municipality: string | null): boolean {
  if (municipality !== null && area.municipalities.includes(municipality)) return true;
  if (lat === null || lon === null) return false;
  return (
    area.polygons.some((ring) => inRing(lat, lon, ring)) || area.circles.some((circle) => inCircle(lat, lon, circle))
  );
}

/** The union of several areas. */
export function unionOf(areas: readonly Area[]): Area {
  return {
    polygons: areas.flatMap(({ polygons }) => polygons),
    circles: areas.flatMap(({ circles }) => circles),
    municipalities: [...new Set(areas.flatMap(({ municipalities }) => municipalities))],
  };
}
