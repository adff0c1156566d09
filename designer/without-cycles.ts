/** The lines that remain when every line that closes a circle is left out, in the order given. */
export function withoutCycles<L extends { from: string; to: string }>(
  cards: readonly { id: string }[],
  lines: readonly L[],
): L[] {
  const leaving = new Map<string, L[]>();
  for (const line of lines) leaving.set(line.from, [...(leaving.get(line.from) ?? []), line]);
  const state = new Map<string, 'open' | 'done'>();
  const closing = new Set<L>();
  for (const { id } of cards) {
    if (state.has(id)) continue;
    // Without recursion: a journey may be a thousand nodes long.
    const path = [{ id, next: 0 }];
    state.set(id, 'open');
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const line = leaving.get(here.id)?.[here.next++];
      if (!line) {
        state.set(here.id, 'done');
        path.pop();
      } else if (state.get(line.to) === 'open') closing.add(line);
      else if (!state.has(line.to)) {
        state.set(line.to, 'open');
        path.push({ id: line.to, next: 0 });
      }
    }
  }
  return lines.filter((line) => !closing.has(line));
}
