import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { communityOf, provinceOf } from '#engine/time/province.ts';
import { type Outline, pointInside } from './outline.ts';

/**
 * A municipality of Spain: INE codes of itself (five digits), its province and its autonomous community (two digits each),
 * a point inside it and its outline, WGS84.
 */
export type Municipality = {
  code: string;
  name: string;
  province: string;
  ccaa: string;
  lat: number;
  lon: number;
  outline: Outline;
};

/** Every municipality of Spain by code, from the TopoJSON of es-atlas (© Instituto Geográfico Nacional, CC BY 4.0). */
export function municipalitiesOfSpain(): Municipality[] {
  const path = createRequire(import.meta.url).resolve('es-atlas/es/municipalities.json');
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
    municipalities: GeometryCollection<{ name: string }>;
  }>;
  const found: Municipality[] = [];
  for (const { id, properties, geometry } of feature(topology, topology.objects.municipalities).features) {
    const code = String(id);
    const [province, ccaa] = [provinceOf(code), communityOf(code)];
    // Codes from 53 on are commons shared by municipalities, and Gibraltar: nobody is registered there.
    if (!province || !ccaa || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) continue;
    const outline = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    found.push({ code, name: properties.name, province, ccaa, outline, ...pointInside(outline) });
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The IANA zone in which a province (INE, two digits) lives. */
export function zoneOfProvince(province: string): string {
  return province === '35' || province === '38' ? 'Atlantic/Canary' : 'Europe/Madrid';
}
