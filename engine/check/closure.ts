/** Everything that can be reached from some nodes along edges, themselves included. */
export function closure(from: Iterable<string>, edges: readonly { from: string; to: string }[]): Set<string> {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const known = next.get(edge.from);
    if (known) known.push(edge.to);
    else next.set(edge.from, [edge.to]);
  }
  const found = new Set(from);
  for (const id of found) for (const to of next.get(id) ?? []) found.add(to); // a Set is walked to its growing end
  return found;
}
