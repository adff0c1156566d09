/**
 * How many requests a key may make: 1,000 per second, and 2,000 at once after a pause, counted in each web process (with
 * several behind a balancer a key may make as many times more). Receipts are not counted: their signature is their key.
 */
export const rate = { perSecond: 1_000, burst: 2_000 };

const buckets = new Map<string, { left: number; at: number }>();

/** Takes one request from a key's bucket; 0, or the seconds to wait when it is empty. */
export function bucketOf(key: string, now = Date.now()): number {
  const bucket = buckets.get(key) ?? { left: rate.burst, at: now };
  bucket.left = Math.min(rate.burst, bucket.left + ((now - bucket.at) / 1_000) * rate.perSecond);
  bucket.at = now;
  buckets.set(key, bucket);
  if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / rate.perSecond));
  bucket.left -= 1;
  return 0;
}
