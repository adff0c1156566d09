/** What JSON may hold and Postgres may not, with its place: a character, or groups inside groups without end. */
export type Unstorable = { code: 'bad-character' | 'too-deep'; path: string };

/** How many lists and groups may stand inside one another. */
export const deepest = 60;

/**
 * The first thing in a JSON value that could not be stored: U+0000, half a surrogate pair, nesting deeper than `deepest`.
 * Looked at without recursion, so that no input can exhaust the stack.
 */
export function unstorable(value: unknown): Unstorable | undefined {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let at = open.pop(); at; at = open.pop()) {
    if (typeof at.value === 'string' && wrong.test(at.value)) return { code: 'bad-character', path: at.path };
    if (typeof at.value !== 'object' || at.value === null) continue;
    if (at.depth >= deepest) return { code: 'too-deep', path: at.path };
    for (const [key, inner] of Object.entries(at.value)) {
      const path = at.path ? `${at.path}.${key}` : key;
      if (wrong.test(key)) return { code: 'bad-character', path };
      open.push({ value: inner, path, depth: at.depth + 1 });
    }
  }
  return undefined;
}

const wrong = /[\0\ud800-\udfff]/u;
