/** A ring as people paste it: CAP's `lat,lon lat,lon …`, lines of pairs, or GeoJSON, whose longitudes come first. */
export function readPolygon(written: string): [number, number][] | undefined {
  const text = written.trim();
  if (text.startsWith('{') || text.startsWith('[')) return fromJson(text);
  const pairs = text.split(/\s+/).map((pair) => pair.split(','));
  if (text === '' || !pairs.every((pair) => pair.length === 2 && pair.every(isFigure))) return undefined;
  return pairs.map(([lat, lon]) => [Number(lat), Number(lon)]);
}

/** The ring as CAP writes it. */
export function writePolygon(ring: unknown): string {
  if (!Array.isArray(ring)) return '';
  return ring.map((point: unknown) => (Array.isArray(point) ? point.join(',') : '')).join(' ');
}

const isFigure = (text: string) => /^-?\d{1,3}(?:\.\d+)?$/.test(text);

function fromJson(text: string): [number, number][] | undefined {
  try {
    return ringIn(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function ringIn(json: unknown): [number, number][] | undefined {
  if (Array.isArray(json)) {
    if (json.every(isPoint)) return json.map(([lon, lat]) => [lat, lon]);
    return ringIn(json[0]);
  }
  if (typeof json !== 'object' || json === null) return undefined;
  const { geometry, coordinates, features } = json as Record<string, unknown>;
  return ringIn(geometry ?? coordinates ?? features);
}

const isPoint = (point: unknown): point is [number, number] =>
  Array.isArray(point) && point.length >= 2 && typeof point[0] === 'number' && typeof point[1] === 'number';
