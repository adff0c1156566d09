/** Repeatable chance: the same seed gives the same throws on every machine. */
export type Dice = {
  /** A number from 0 (included) to 1 (excluded). */
  throw: () => number;
  /** Whether something of this probability happens. */
  happens: (probability: number) => boolean;
  /** A whole number from 0 to `sides - 1`. */
  below: (sides: number) => number;
  pick: <T>(from: readonly T[]) => T;
  /** An entry of a table by its weight. */
  weighted: <T>(table: readonly (readonly [weight: number, value: T])[]) => T;
  /** A number around 0 that is rarely beyond ±3. */
  bell: () => number;
};

/** Dice from a whole number (mulberry32). */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  }
  const below = (sides: number) => Math.floor(next() * sides);
  return {
    throw: next,
    happens: (probability) => next() < probability,
    below,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    weighted: (table) => {
      let left = next() * table.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of table) if ((left -= weight) < 0) return value;
      return (table.at(-1) as (typeof table)[number])[1];
    },
    bell: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
