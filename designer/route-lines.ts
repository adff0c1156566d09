export type Point = { x: number; y: number };
type Box = { x: number; y: number; height: number };
/** `foot`: how far down the card it comes from reaches, below which it may turn. */
type Line = { id: string; from: Point; foot: number; to: Point };

/** How far from a card a line runs at least, and how far from its own ends it turns. */
const clear = 14;
const turn = 30;
const lanesApart = 8;

/**
 * Finds every line a way from its port to its card that runs through no card: down, across, along a free lane, across and
 * in; lines in the same lane run side by side. Where there is no free way the shortest is taken.
 */
export function routeLines(cards: readonly Box[], lines: readonly Line[], width: number): Map<string, Point[]> {
  const free = freeOf(cards, width);
  const taken: { x: number; top: number; bottom: number }[] = [];
  return new Map(
    lines.map(({ id, from, foot, to }, i) => {
      // Lines that cross between the same rows turn at different heights.
      const shift = ((i % 5) - 2) * 5;
      const [leave, arrive] = [Math.max(from.y, foot) + turn + shift, to.y - turn + shift];
      if (leave <= arrive && Math.abs(from.x - to.x) <= 8 && free.down(to.x, Math.max(from.y, foot) + 1, to.y - 1))
        return [id, [{ x: to.x, y: from.y }, to]];
      if (
        leave <= arrive &&
        arrive - leave < 3 * turn &&
        free.across(arrive, from.x, to.x) &&
        free.down(from.x, Math.max(from.y, foot) + 1, arrive)
      )
        return [id, points(from, to, to.x, arrive, arrive)];
      const way =
        wayBy(free, from, to, leave, arrive) ?? wayRound(cards, free, { from, foot, to, leave, arrive, shift });
      const [top, bottom] = [Math.min(way.leave, way.arrive), Math.max(way.leave, way.arrive)];
      const x = aside(way.x, taken, top, bottom, way.fits);
      taken.push({ x, top, bottom });
      return [id, points(from, to, x, way.leave, way.arrive)];
    }),
  );
}

type Way = { x: number; leave: number; arrive: number; fits: (x: number) => boolean };
type Free = ReturnType<typeof freeOf>;

/** The nearest lane by which a line gets through between two heights; undefined when none is free. */
function wayBy(free: Free, from: Point, to: Point, leave: number, arrive: number): Way | undefined {
  const [top, bottom] = [Math.min(leave, arrive), Math.max(leave, arrive)];
  const fits = (x: number) =>
    free.down(x, top, bottom) && free.across(leave, from.x, x) && free.across(arrive, x, to.x);
  const x = nearest(free.lanes(top, bottom), from.x, to.x).find(fits);
  return x === undefined ? undefined : { x, leave, arrive, fits };
}

/** How many heights are tried for leaving and for arriving. */
const mostHeights = 6;

/** Past taller neighbours: leaves below them, arrives above them, also round all of them; the shortest way if even that fails. */
function wayRound(
  cards: readonly Box[],
  free: Free,
  {
    from,
    foot,
    to,
    leave,
    arrive,
    shift,
  }: { from: Point; foot: number; to: Point; shift: number } & Omit<Way, 'x' | 'fits'>,
): Way {
  const start = Math.max(from.y, foot) + 1;
  const below = few(
    cards.map(({ y, height }) => y + height + turn + shift).filter((y) => y > leave),
    (a, b) => a - b,
    (y) => free.down(from.x, start, y),
  );
  const above = few(
    cards.map(({ y }) => y - turn + shift).filter((y) => y < arrive),
    (a, b) => b - a,
    (y) => free.down(to.x, y, to.y - 1),
  );
  for (const down of [leave, ...below])
    for (const up of [arrive, ...above]) {
      const way = wayBy(free, from, to, down, up);
      if (way) return way;
    }
  return { x: to.x, leave, arrive, fits: () => true };
}

/** The first heights that are free, beside the one that is tried anyway. */
function few(heights: number[], order: (a: number, b: number) => number, isFree: (y: number) => boolean): number[] {
  const found: number[] = [];
  for (const y of [...new Set(heights)].sort(order)) {
    if (isFree(y)) found.push(y);
    if (found.length === mostHeights - 1) break;
  }
  return found;
}

const points = (from: Point, to: Point, x: number, leave: number, arrive: number): Point[] => [
  from,
  { x: from.x, y: leave },
  { x, y: leave },
  { x, y: arrive },
  { x: to.x, y: arrive },
  to,
];

/** The lanes that lengthen the way least, first. */
const nearest = (lanes: number[], from: number, to: number): number[] => {
  const detour = (x: number) => Math.abs(x - from) + Math.abs(x - to);
  return [to, from, ...lanes].sort((a, b) => detour(a) - detour(b));
};

function aside(
  lane: number,
  taken: { x: number; top: number; bottom: number }[],
  top: number,
  bottom: number,
  isFree: (x: number) => boolean,
): number {
  const apart = (x: number) =>
    taken.every((other) => Math.abs(other.x - x) >= lanesApart - 1 || other.bottom < top || other.top > bottom);
  for (const step of [0, 1, -1, 2, -2, 3, -3, 4, -4]) {
    const x = lane + step * lanesApart;
    if (apart(x) && isFree(x)) return x;
  }
  return lane;
}

const bucket = 240;

/**
 * Answers what is free of cards; cards are looked up by height and by column, since a journey may have a thousand and each
 * line asks many times.
 */
function freeOf(cards: readonly Box[], width: number) {
  const rows = inBuckets(cards, (card) => [card.y - clear, card.y + card.height + clear]);
  const columns = inBuckets(cards, (card) => [card.x - clear, card.x + width + clear]);
  const meets = (card: Box, left: number, right: number, top: number, bottom: number) =>
    left < card.x + width + clear && right > card.x - clear && top < card.y + card.height && bottom > card.y;
  const at = (buckets: Buckets, place: number) => buckets.get(Math.floor(place / bucket)) ?? [];
  const outer = [
    Math.min(...cards.map(({ x }) => x)) - clear - 8,
    Math.max(...cards.map(({ x }) => x)) + width + clear + 8,
  ];
  return {
    down: (x: number, top: number, bottom: number) => !at(columns, x).some((card) => meets(card, x, x, top, bottom)),
    across: (y: number, one: number, other: number) => {
      const [left, right] = [Math.min(one, other), Math.max(one, other)];
      return !at(rows, y).some((card) => meets(card, left, right, y, y));
    },
    lanes: (top: number, bottom: number) => {
      const lanes = new Set<number>();
      for (let row = Math.floor(top / bucket); row <= Math.floor(bottom / bucket); row++)
        for (const { x } of rows.get(row) ?? []) lanes.add(x - clear - 8).add(x + width + clear + 8);
      return [...lanes, ...outer];
    },
  };
}

type Buckets = Map<number, Box[]>;

/** The cards by the strips of the drawing that each of them reaches into. */
function inBuckets(cards: readonly Box[], span: (card: Box) => readonly [number, number]): Buckets {
  const buckets: Buckets = new Map();
  for (const card of cards) {
    const [first, last] = span(card);
    for (let at = Math.floor(first / bucket); at <= Math.floor(last / bucket); at++) {
      const those = buckets.get(at);
      if (those) those.push(card);
      else buckets.set(at, [card]);
    }
  }
  return buckets;
}
