/** Kilometres between two points in degrees along a great circle, on a sphere of 6,371.0088 km. Twin: `cauce_km`. */
export function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const up = Math.sin(radians(lat2 - lat1) / 2);
  const across = Math.sin(radians(lon2 - lon1) / 2);
  const h = up * up + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * across * across;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(Math.min(1, h)));
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
