type Item = { id: string; width: number };
type Link = { from: string; to: string };

const gap = 40;

/** Orders each row so that few links cross, then gives every item the x of its middle, near what it is linked to. */
export function alignRows(rows: Item[][], links: Link[]): Map<string, number> {
  const above = neighbours(links, 'to', 'from');
  const below = neighbours(links, 'from', 'to');
  const turn = turns(links);
  const order = new Map<string, number>();
  const number = (row: Item[]) => row.forEach(({ id }, i) => order.set(id, i - (row.length - 1) / 2));
  rows.forEach(number);
  for (let sweep = 0; sweep < 8; sweep++) {
    const down = sweep % 2 === 0;
    for (const row of down ? rows : rows.toReversed()) {
      const wish = new Map(
        row.map(({ id }) => [
          id,
          (mean((down ? above : below).get(id), order) ?? order.get(id) ?? 0) + (down ? (turn.get(id) ?? 0) : 0),
        ]),
      );
      row.sort((a, b) => (wish.get(a.id) ?? 0) - (wish.get(b.id) ?? 0));
      number(row);
    }
  }
  const x = new Map<string, number>();
  for (const row of rows) spread(row, new Map(row.map(({ id }) => [id, 0])), x);
  for (let sweep = 0; sweep < 10; sweep++) {
    const down = sweep % 2 === 0;
    for (const row of down ? rows : rows.toReversed())
      spread(row, new Map(row.map(({ id }) => [id, mean((down ? above : below).get(id), x) ?? x.get(id) ?? 0])), x);
  }
  return x;
}

/** Puts a row's items as near to where they wish as their widths allow, keeping the order: the mean of both directions. */
function spread(row: Item[], wish: Map<string, number>, x: Map<string, number>) {
  const apart = (a: Item, b: Item) => (a.width + b.width) / 2 + gap;
  const rightward: number[] = [];
  row.forEach((item, i) => {
    const before = row[i - 1];
    const least = before ? (rightward[i - 1] ?? 0) + apart(before, item) : -Infinity;
    rightward.push(Math.max(wish.get(item.id) ?? 0, least));
  });
  const leftward: number[] = [];
  for (let i = row.length - 1; i >= 0; i--) {
    const item = row[i] as Item;
    const after = row[i + 1];
    const most = after ? (leftward[i + 1] ?? 0) - apart(item, after) : Infinity;
    leftward[i] = Math.min(wish.get(item.id) ?? 0, most);
  }
  // Both keep every distance, so their mean does too.
  row.forEach(({ id }, i) => x.set(id, ((rightward[i] ?? 0) + (leftward[i] ?? 0)) / 2));
}

/** What tells apart those that one item leads to: a little more for each, in the order of its links. */
function turns(links: Link[]): Map<string, number> {
  const led = new Map<string, number>();
  const turn = new Map<string, number>();
  for (const { from, to } of links) {
    const n = led.get(from) ?? 0;
    led.set(from, n + 1);
    if (!turn.has(to)) turn.set(to, n / 1_000);
  }
  return turn;
}

function neighbours(links: Link[], of: keyof Link, at: keyof Link): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const link of links) map.set(link[of], [...(map.get(link[of]) ?? []), link[at]]);
  return map;
}

function mean(ids: string[] | undefined, at: Map<string, number>): number | undefined {
  if (!ids) return undefined;
  return ids.reduce((sum, id) => sum + (at.get(id) ?? 0), 0) / ids.length;
}
