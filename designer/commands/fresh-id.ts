/** A name that is not taken: `notify`, `notify2`, `capWarning3` …, fit for nodes, notes, frames and groups alike. */
export function freshId(base: string, taken: ReadonlySet<string>): string {
  const stem =
    base
      .replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
      .replaceAll(/[^a-zA-Z0-9_]/g, '')
      .replace(/^[^a-zA-Z]+/, '')
      .replace(/\d+$/, '')
      .slice(0, 34) || 'n';
  if (!taken.has(stem) && !reserved.test(stem)) return stem;
  for (let n = 2; ; n++) if (!taken.has(`${stem}${n}`)) return `${stem}${n}`;
}

/** States of the machine's own (engine/journey.ts). */
const reserved = /^(?:enter|journey)$/;
