/** Everything that can be reached, each before what follows it, and the ways that close a circle, which the order ignores. */
export type FlowOrder = { order: string[]; back: Map<string, Set<string>> };

/** Orders a flow from its starts. Without recursion: a journey may be a thousand nodes long. */
export function flowOrder(starts: readonly string[], next: (id: string) => readonly string[]): FlowOrder {
  const order: string[] = [];
  const back: FlowOrder['back'] = new Map();
  const state = new Map<string, 'open' | 'done'>();
  for (const start of starts) {
    if (state.has(start)) continue;
    const path = [{ id: start, ways: next(start), at: 0 }];
    state.set(start, 'open');
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const to = here.ways[here.at++];
      if (to === undefined) {
        state.set(here.id, 'done');
        order.push(here.id);
        path.pop();
      } else if (state.get(to) === 'open') back.set(here.id, (back.get(here.id) ?? new Set()).add(to));
      else if (!state.has(to)) {
        state.set(to, 'open');
        path.push({ id: to, ways: next(to), at: 0 });
      }
    }
  }
  return { order: order.toReversed(), back };
}
