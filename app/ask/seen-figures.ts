import type { Figure, LiveCount } from '#drizzle/queries/live-count.ts';

/** A count as somebody may see it who must not tell people apart: to the nearest ten, and below ten only that there are some. */
export function seenInTens({ exact, total, counts }: LiveCount): LiveCount {
  return {
    exact,
    total: inTens(total),
    counts: Object.fromEntries(Object.entries(counts).map(([name, one]) => [name, inTens(one)])),
  };
}

function inTens({ n, least, most }: Figure): Figure {
  if (n > 0 && n < 10) return { n: 10, least: 1, most: 10 };
  const tens = (one: number) => Math.round(one / 10) * 10;
  return { n: tens(n), least: tens(least), most: tens(most) };
}
