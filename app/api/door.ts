import type { z } from 'zod';
import { database } from '#app/database.ts';
import { type Whose, whose } from '#drizzle/queries/whose.ts';
import { isId } from '#engine/is-id.ts';
import { answering } from './answering.ts';
import type { Route } from './contract.ts';
import { parseBy } from './parse-by.ts';
import { type Read, readJson } from './read-body.ts';
import { refuse } from './refuse.ts';
import { type Who, whoAsks } from './who.ts';

/** The way through every door that asks who comes: who asks, then the work; answers problems for everything else. */
export function door(
  request: Request,
  { scope, action }: Pick<Route, 'scope' | 'action'>,
  work: (who: Who) => Promise<Response>,
): Promise<Response> {
  return answering(request, async () => {
    if (action === 'anyone' || action === 'signed-in') throw new Error(`Nobody is asked for ${action} at this door`);
    const known = await whoAsks(request, { scope, action });
    return known.ok ? work(known.who) : known.answer;
  });
}

/** The JSON body by the route's schema; no body at all counts as `{}`. */
export async function bodyOf<S extends z.ZodType>(
  request: Request,
  route: { body: S; maxBytes: number },
): Promise<Read<z.output<S>>> {
  if (request.body === null || request.headers.get('content-length') === '0') return parseBy(request, route.body, {});
  const json = await readJson(request, route.maxBytes);
  return json.ok ? parseBy(request, route.body, json.value) : json;
}

/** The run that something in the address belongs to, when whoever asks may touch it: of their units, and within what their key reaches. */
export async function ownRun(
  request: Request,
  who: Who,
  kind: 'run' | 'member' | 'task',
  id: string,
): Promise<Read<Whose>> {
  const found = isId(id) ? await whose(database(), kind, id) : undefined;
  if (!found || !who.units.includes(found.unitId))
    return {
      ok: false,
      answer: refuse(request, {
        status: 404,
        code: `unknown-${kind}`,
        errors: [{ field: 'id', code: `unknown-${kind}` }],
      }),
    };
  if (found.mode === 'live' && (who.mode === 'test' || (who.mode === 'team' && !found.team)))
    return { ok: false, answer: refuse(request, { status: 403, code: `${who.mode}-key` }) };
  return { ok: true, value: found };
}

/** Whose runs hear what is sent: `?mode=`, else what the key is for; only a live key speaks to what is real. */
export function modeOf(
  request: Request,
  who: Who,
  schema: z.ZodType<{ mode?: 'live' | 'drill' | undefined }>,
): Read<'live' | 'drill'> {
  const asked = parseBy(request, schema, Object.fromEntries(new URL(request.url).searchParams), 'query');
  if (!asked.ok) return asked;
  const mode = asked.value.mode ?? (who.mode === 'live' ? 'live' : 'drill');
  if (who.mode !== 'live' && mode === 'live')
    return { ok: false, answer: refuse(request, { status: 403, code: `${who.mode}-key` }) };
  return { ok: true, value: mode };
}
