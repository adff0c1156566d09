/** A name that is not taken: `notify`, `notify2`, `capWarning3` …, fit for nodes, notes, frames and groups alike. */
export function freshId(base: string, taken: ReadonlySet<string>): string {
  const stem = stemOf(base);
  if (!taken.has(stem) && !reserved.test(stem)) return stem;
  for (let n = 2; ; n++) if (!taken.has(`${stem}${n}`)) return `${stem}${n}`;
}

/** A name for what is drawn anew: `notify_x7k`. By chance, so that two officials who draw at once do not mean the same node. */
export function newId(base: string, chance: () => number = Math.random): string {
  const letters = Array.from({ length: 3 }, () => Math.floor(chance() * 36).toString(36)).join('');
  return `${stemOf(base)}_${letters}`;
}

const stemOf = (base: string) =>
  base
    .replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    .replaceAll(/[^a-zA-Z0-9_]/g, '')
    .replace(/^[^a-zA-Z]+/, '')
    .replace(/\d+$/, '')
    .slice(0, 34) || 'n';

/** States of the machine's own (engine/journey.ts). */
const reserved = /^(?:enter|journey)$/;
