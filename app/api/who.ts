import { database } from '#app/database.ts';
import { officialWith, stillMissing } from '#app/official.ts';
import { sessionCookie } from '#app/session-cookie.ts';
import { type KeyHolder, type KeyMode, keyHolder, type Scope } from '#drizzle/queries/api-keys.ts';
import type { Actor } from '#engine/office/audit-entry.ts';
import { type Action, may, unitsWhere } from '#engine/office/permission.ts';
import { relyingParty } from '#relying-party';
import { cookieIn } from './cookie-in.ts';
import { bucketOf } from './rate.ts';
import { refuse } from './refuse.ts';

/** Who asks, by a key or by the session of an official. */
export type Who = {
  /** As the audit names them. */
  by: Actor;
  /** The units they may do this in, never none; what names no unit is for the first. */
  units: string[];
  unitId: string;
  /** As it is noted beside their acts. */
  name: string;
  /** `team`: the team's own addresses only; `test`: drills only. */
  mode: KeyMode;
  /** Whose session it is; null for a key. */
  officialId: string | null;
  /** Null for an official. */
  keyId: string | null;
  /** Whether they may do something further in a unit. A key may whatever its scope lets through. */
  may: (action: Action, unitId: string) => boolean;
};
export type Known = { ok: true; who: Who } | { ok: false; answer: Response };

/**
 * Who asks, and whether they may: a key of this scope (`Authorization: Bearer …`, looked up again every five seconds), or
 * the session of an official with this permission in some unit, asking from a page of our own. Everything else is 401, 403
 * or 429.
 */
export async function whoAsks(request: Request, need: { scope: Scope | null; action: Action }): Promise<Known> {
  const authorization = request.headers.get('authorization');
  if (authorization === null) return officialWho(request, need.action);
  const key = /^Bearer ([\w.~+/-]{20,200}=*)$/i.exec(authorization)?.[1];
  const holder = key === undefined ? undefined : await rememberedHolder(key);
  if (!holder) return refused(request, 401, 'key-unknown');
  const wait = bucketOf(holder.id);
  if (wait > 0) {
    const answer = refuse(request, { status: 429, code: 'too-many', headers: { 'retry-after': String(wait) } });
    return { ok: false, answer };
  }
  const { scope } = need;
  if (scope === null || !holder.scopes.includes(scope))
    return refused(request, 403, 'scope-missing', { scope: scope ?? '–' });
  const { id, unitId, name, mode } = holder;
  const mayDo = (_: Action, unit: string) => unit === unitId;
  return {
    ok: true,
    who: { by: { kind: 'key', id }, units: [unitId], unitId, name, mode, officialId: null, keyId: id, may: mayDo },
  };
}

async function officialWho(request: Request, action: Action): Promise<Known> {
  const cookie = cookieIn(request, sessionCookie());
  if (cookie === undefined) return refused(request, 401, 'key-missing');
  if (isForged(request)) return refused(request, 403, 'foreign-origin', undefined, 'origin');
  const official = await officialWith(cookie);
  if (!official) return refused(request, 401, 'session-over', undefined, 'cookie');
  const missing = stillMissing(official, action);
  if (missing) return refused(request, 403, `${missing}-missing`, undefined, 'cookie');
  const units = unitsWhere(official.grants, action);
  const [unitId] = units;
  if (unitId === undefined) return refused(request, 403, 'permission-missing', { permission: action }, 'cookie');
  const { id, name, grants } = official;
  const mayDo = (further: Action, unit: string) => may(grants, further, unit);
  return {
    ok: true,
    who: { by: { kind: 'official', id }, units, unitId, name, mode: 'live', officialId: id, keyId: null, may: mayDo },
  };
}

/**
 * A browser adds the session's cookie to whatever another site makes it ask (unless SameSite stops it), but says where the
 * request comes from: whatever changes something must come from a page of ours.
 */
function isForged(request: Request): boolean {
  if (['GET', 'HEAD'].includes(request.method)) return false;
  const origin = request.headers.get('origin');
  return origin === null || !relyingParty().origins.includes(origin);
}

function refused(
  request: Request,
  status: number,
  code: string,
  params?: Record<string, string>,
  field = 'authorization',
): Known {
  const errors = [{ field, code }];
  const headers = status === 401 ? { 'www-authenticate': 'Bearer' } : undefined;
  return {
    ok: false,
    answer: refuse(request, { status, code, errors, ...(params && { params }), ...(headers && { headers }) }),
  };
}

const keptMs = 5_000;
const holders = new Map<string, { askedAt: number; holder: Promise<KeyHolder | undefined> }>();

/** Has every key looked up anew at its next request. */
export function forgetHolders(): void {
  holders.clear();
}

function rememberedHolder(key: string): Promise<KeyHolder | undefined> {
  const known = holders.get(key);
  if (known && Date.now() - known.askedAt < keptMs) return known.holder;
  if (holders.size > 1_000) holders.clear();
  const holder = keyHolder(database(), key);
  holders.set(key, { askedAt: Date.now(), holder });
  holder.catch(() => holders.delete(key));
  return holder;
}
