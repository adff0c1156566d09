/** The last hash taken, as two unsigned halves: a shared place, so that a million messages a minute allocate nothing. */
export const hashed = { high: 0, low: 0 };

/** Hashes a text into `hashed`: 64 well-mixed bits (two MurmurHash-like lanes), not secret, the same on every machine. */
export function hash(text: string, seed = 0): void {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  hashed.high = high >>> 0;
  hashed.low = low >>> 0;
}
