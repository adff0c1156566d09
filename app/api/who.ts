import { database } from '#app/database.ts';
import { type KeyHolder, keyHolder, type Scope } from '#drizzle/queries/api-keys.ts';
import { firstUnit } from '#drizzle/queries/units.ts';
import type { Actor } from '#engine/office/audit-entry.ts';
import { env } from '#env';
import { bucketOf } from './rate.ts';
import { refuse } from './refuse.ts';

/** Who asks, as the audit names them; the unit they speak for, and whether they may touch what is real (`test`: drills only). */
export type Who = { by: Actor; unitId: string; name: string; mode: 'live' | 'test' };
export type Known = { ok: true; who: Who } | { ok: false; answer: Response };

/**
 * Who asks, and whether they may: a key of this scope (`Authorization: Bearer …`, looked up again every five seconds), or,
 * until officials can sign in, one of our own pages on this very machine. Everything else is 401, 403 or 429.
 */
export async function whoAsks(request: Request, scope: Scope): Promise<Known> {
  const authorization = request.headers.get('authorization');
  if (authorization === null) return isOwnPage(request) ? ownPage(request) : refused(request, 401, 'key-missing');
  const key = /^Bearer ([\w.~+/-]{20,200}=*)$/i.exec(authorization)?.[1];
  const holder = key === undefined ? undefined : await rememberedHolder(key);
  if (!holder) return refused(request, 401, 'key-unknown');
  const wait = bucketOf(holder.id);
  if (wait > 0) {
    const answer = refuse(request, { status: 429, code: 'too-many', headers: { 'retry-after': String(wait) } });
    return { ok: false, answer };
  }
  if (!holder.scopes.includes(scope)) return refused(request, 403, 'scope-missing', { scope });
  return {
    ok: true,
    who: { by: { kind: 'key', id: holder.id }, unitId: holder.unitId, name: holder.name, mode: holder.mode },
  };
}

/**
 * The rule for pages: the web listens on loopback, the browser asked for a loopback address (so no other name was made to
 * point here) and says that the request comes from a page of this same origin. A browser lets no page forge that header;
 * a program on this machine could, and on this machine it could as well read the database's password.
 */
function isOwnPage(request: Request): boolean {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return (
    isLoopback(env().HOST) &&
    isLoopback(host.replace(/:\d+$/, '')) &&
    request.headers.get('sec-fetch-site') === 'same-origin'
  );
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

async function ownPage(request: Request): Promise<Known> {
  const unitId = await firstUnit(database());
  if (unitId === undefined) return refused(request, 404, 'no-unit');
  return { ok: true, who: { by: { kind: 'system', id: 'page' }, unitId, name: 'page', mode: 'live' } };
}

function refused(request: Request, status: number, code: string, params?: Record<string, string>): Known {
  const errors = [{ field: 'authorization', code }];
  const headers = status === 401 ? { 'www-authenticate': 'Bearer' } : undefined;
  return {
    ok: false,
    answer: refuse(request, { status, code, errors, ...(params && { params }), ...(headers && { headers }) }),
  };
}

const keptMs = 5_000;
const holders = new Map<string, { askedAt: number; holder: Promise<KeyHolder | undefined> }>();

function rememberedHolder(key: string): Promise<KeyHolder | undefined> {
  const known = holders.get(key);
  if (known && Date.now() - known.askedAt < keptMs) return known.holder;
  if (holders.size > 1_000) holders.clear();
  const holder = keyHolder(database(), key);
  holders.set(key, { askedAt: Date.now(), holder });
  holder.catch(() => holders.delete(key));
  return holder;
}
