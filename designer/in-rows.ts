type Line = { from: string; to: string };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The row of each card, so that every line leads downwards. With `pace` rows are bands of time: no card stands above one
 * that comes before it, counted in the unit people would use for a journey of that length.
 */
export function inRows(
  cards: readonly { id: string }[],
  forward: readonly Line[],
  pace?: ReadonlyMap<string, number>,
): Map<string, number> {
  if (!pace) return below(cards, forward);
  const unit = unitFor(Math.max(0, ...pace.values()));
  // What nobody reaches has no time; it stands beside the entrances.
  const band = new Map(cards.map(({ id }) => [id, Math.floor((pace.get(id) ?? 0) / unit)]));
  const rank = new Map<string, number>();
  let top = 0;
  for (const at of [...new Set(band.values())].sort((a, b) => a - b)) {
    const inside = cards.filter(({ id }) => band.get(id) === at);
    const within = below(
      inside,
      forward.filter(({ from, to }) => band.get(from) === at && band.get(to) === at),
    );
    for (const [id, row] of within) rank.set(id, top + row);
    top += Math.max(...within.values()) + 1;
  }
  return rank;
}

/** Each card one row below the lowest of those that lead to it. Lines make no circle here. */
function below(cards: readonly { id: string }[], lines: readonly Line[]): Map<string, number> {
  const rank = new Map<string, number>(cards.map(({ id }) => [id, 0]));
  const leaving = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  for (const { from, to } of lines) {
    leaving.set(from, [...(leaving.get(from) ?? []), to]);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  const queue = cards.filter(({ id }) => !waiting.has(id)).map(({ id }) => id);
  for (const from of queue)
    for (const to of leaving.get(from) ?? []) {
      rank.set(to, Math.max(rank.get(to) ?? 0, (rank.get(from) ?? 0) + 1));
      waiting.set(to, (waiting.get(to) ?? 1) - 1);
      if (waiting.get(to) === 0) queue.push(to);
    }
  return rank;
}

const unitFor = (longest: number): number => (longest <= 3 * hour ? minute : longest <= 3 * day ? hour : day);
