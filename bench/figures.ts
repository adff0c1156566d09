/** The middle of the values; the mean of the two middle ones when they are even in number. Throws on none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError('no values');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The smallest of the values that at least `share` (0 to 1) of all do not exceed: nearest rank, never interpolated. Throws on none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const found = sorted[rank - 1];
  if (found === undefined) throw new RangeError('no values');
  return found;
}

/** How far apart the values lie: the largest over the smallest; 1 for a single value. Throws on none. */
export function spread(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values');
  return Math.max(...values) / Math.min(...values);
}

/** Three figures of meaning are enough for a measurement: 12345.678 → 12300, 0.12345 → 0.123. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** One run's figures. */
export type Figures = Record<string, number | string | null>;

/** The median of each figure over the runs; words are told as in the first of them, what any run could not measure as null. */
export function medians(runs: readonly Figures[]): Figures {
  return Object.fromEntries(
    Object.entries(runs[0] ?? {}).map(([key, first]) => {
      if (typeof first === 'string') return [key, first];
      const values = runs.map((run) => run[key]).filter((value) => typeof value === 'number');
      return [key, values.length === runs.length ? median(values) : null];
    }),
  );
}
