type Sized = { id: string; height: number };
type Line = { from: string; to: string };

const columnWidth = 264 + 48;
const rowGap = 64;

/**
 * Places cards (264 px wide) top to bottom: as the author laid them out if every card has a place, else in rows by the
 * longest way from a start, each row ordered by where its lines come from. Cycles are cut at the line that closes them.
 */
export function placeCards<C extends Sized>(
  cards: C[],
  edges: Line[],
  layout: Record<string, { x: number; y: number }>,
): (C & { x: number; y: number })[] {
  if (cards.length > 0 && cards.every(({ id }) => layout[id]))
    return cards.map((card) => ({ ...card, ...(layout[card.id] as { x: number; y: number }) }));
  const forward = withoutCycles(cards, edges);
  const rows: C[][] = [];
  const rank = ranks(cards, forward);
  for (const card of cards) (rows[rank.get(card.id) ?? 0] ??= []).push(card);
  const column = new Map<string, number>();
  let y = 0;
  return rows.flatMap((row) => {
    const at = y;
    y += Math.max(...row.map(({ height }) => height)) + rowGap;
    const wished = row
      .map((card) => ({ card, wish: wishOf(card.id, forward, column) }))
      .sort((a, b) => a.wish - b.wish);
    return wished.map(({ card }, i) => {
      const place = i - (row.length - 1) / 2;
      column.set(card.id, place);
      return { ...card, x: place * columnWidth, y: at };
    });
  });
}

/** Where a card would stand if it stood under those that lead to it. */
function wishOf(id: string, edges: Line[], column: Map<string, number>): number {
  const above = edges.filter(({ to }) => to === id).map(({ from }, i) => (column.get(from) ?? 0) + i * 1e-6);
  const mean = above.reduce((sum, x) => sum + x, 0) / (above.length || 1);
  // Several cards under one parent keep the order of its ports.
  const order = edges.findIndex(({ to }) => to === id);
  return mean + order * 1e-4;
}

function withoutCycles(cards: Sized[], edges: Line[]): Line[] {
  const state = new Map<string, 'open' | 'done'>();
  const kept: Line[] = [];
  const visit = (id: string) => {
    state.set(id, 'open');
    for (const edge of edges)
      if (edge.from === id && state.get(edge.to) !== 'open') {
        kept.push(edge);
        if (!state.has(edge.to)) visit(edge.to);
      }
    state.set(id, 'done');
  };
  for (const { id } of cards) if (!state.has(id)) visit(id);
  return kept;
}

function ranks(cards: Sized[], edges: Line[]): Map<string, number> {
  const rank = new Map<string, number>(cards.map(({ id }) => [id, 0]));
  // Without cycles the longest way has fewer steps than there are cards, so this settles.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of edges) {
      const below = (rank.get(from) ?? 0) + 1;
      if (below > (rank.get(to) ?? 0)) {
        rank.set(to, below);
        changed = true;
      }
    }
  }
  return rank;
}
