import { parse } from '#engine/journey.ts';
import type { Problem } from '#engine/problem.ts';
import { asDraft, type Place } from './draft.ts';
import { type Fragment, fragmentOfAll, fragmentSchema } from './fragment.ts';

export type ReadFragment = { ok: true; fragment: Fragment } | { ok: false; problems: Problem[] };

/** Longer texts (characters) are no journey, and reading them would hold up the page. */
const longest = 3_000_000;

/** What the clipboard holds, as a piece of a journey or a whole one; anything else comes back as problems. */
export function readFragment(text: string): ReadFragment {
  if (text.length > longest) return wrong('paste-too-long', { most: longest, n: text.length });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return wrong('paste-not-json');
  }
  if (typeof json === 'object' && json !== null && 'cauce' in json) {
    const parsed = parse(json);
    return parsed.ok ? { ok: true, fragment: fragmentOfAll(asDraft(parsed.journey)) } : parsed;
  }
  const read = fragmentSchema.safeParse(json);
  return read.success ? { ok: true, fragment: read.data } : wrong('paste-no-fragment');
}

/** How far a piece moves so that its first card stands at `place`; a little aside where no place is given. */
export function pasteBy({ layout, notes }: Fragment, place: Place | null): Place {
  const all = [...Object.values(layout), ...notes];
  if (!place || all.length === 0) return { x: 40, y: 40 };
  return { x: place.x - Math.min(...all.map(({ x }) => x)), y: place.y - Math.min(...all.map(({ y }) => y)) };
}

function wrong(code: string, params: Record<string, number> = {}): ReadFragment {
  return { ok: false, problems: [{ code, severity: 'error', params }] };
}
