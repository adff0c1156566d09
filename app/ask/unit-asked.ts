import type { Read } from '../api/read-body.ts';
import { refuse } from '../api/refuse.ts';
import type { Who } from '../api/who.ts';

/** The unit that is asked about: the one named, when they may ask about it; else their first. */
export function unitAsked(request: Request, who: Who, named: string | undefined): Read<string> {
  if (named === undefined) return { ok: true, value: who.unitId };
  if (who.units.includes(named)) return { ok: true, value: named };
  return { ok: false, answer: refuse(request, { status: 404, code: 'no-unit' }) };
}
