/** A place on Earth, WGS84: latitude first, as CAP and people say it (GeoJSON says longitude first). */
export type LatLon = [lat: number, lon: number];
export type Circle = { lat: number; lon: number; km: number };

const earthKm = 6371.0088; // mean radius, IUGG
const radians = Math.PI / 180;

/** Great-circle distance in kilometres between two places (haversine, spherical Earth: within 0.6 %). */
export function distanceKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2;
  const chord = half(lat2 - lat1) + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * half(lon2 - lon1);
  return 2 * earthKm * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** Whether a place lies in a circle, its rim included; a circle of radius 0 is a point. */
export function inCircle(lat: number, lon: number, circle: Circle): boolean {
  return distanceKm(lat, lon, circle.lat, circle.lon) <= circle.km;
}
