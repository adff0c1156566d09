/** What a value is where it should be text, list, record or figure; empty otherwise. Controls show what they can read. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** The list with one place written anew, taken away (`undefined`) or moved. */
export const withItem = <T>(list: readonly T[], at: number, item: T | undefined): T[] =>
  item === undefined ? list.filter((_, i) => i !== at) : list.map((one, i) => (i === at ? item : one));

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** A short name made of what somebody wrote, not yet taken: «Me voy» → `me-voy`. */
export function slugFrom(words: string, taken: readonly string[], otherwise: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30);
  const base = plain || otherwise;
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(name)) return name;
  }
}
