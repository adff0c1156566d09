import { cookies, headers } from 'next/headers';
import { forbidden, notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { type Official, officialOfSession } from '#drizzle/queries/official-of-session.ts';
import { touchSession } from '#drizzle/queries/sessions.ts';
import { type Action, may, needsPasskey } from '#engine/office/permission.ts';
import { env } from '#env';
import { database } from './database.ts';
import { isDemonstration } from './demonstration.ts';
import { pages } from './pages.ts';
import { sessionCookie, tokenIn } from './session-cookie.ts';

export type { Official };

/** Who is signed in on this request; null when nobody is. Asked once per request. */
export const officialNow = cache(async (): Promise<Official | null> => {
  return officialWith((await cookies()).get(sessionCookie())?.value);
});

/** The official of a session cookie's value, for requests that are no page. */
export async function officialWith(cookie: string | undefined): Promise<Official | null> {
  const token = tokenIn(cookie);
  if (token === undefined) return null;
  const limits = { idleMinutes: env().SESSION_IDLE_MINUTES, demonstration: isDemonstration() };
  return (await officialOfSession(database(), token, limits)) ?? null;
}

/**
 * The official who asks, when they may do this (in this unit, if one is given). Nobody signed in: to the door; without a
 * second factor or the key that the act asks for: where it is set up; without the permission: 403, which names it. What
 * belongs to a unit that the official has nothing to do with is 404, as if it did not exist.
 */
export async function requireOfficial(action: Action | 'signed-in', unitId?: string): Promise<Official> {
  const official = await officialNow();
  const head = await headers();
  if (!official) redirect(`/sign-in?to=${encodeURIComponent(head.get('x-cauce-path') ?? '/')}`);
  // Opening an address is a sign of life; what a page asks for by itself afterwards is none.
  if (head.get('sec-fetch-dest') === 'document') await touchSession(database(), official.session.id);
  if (action === 'signed-in') return official;
  const missing = stillMissing(official, action);
  if (missing) redirect(`/me?need=${missing}`);
  if (!may(official.grants, action, null)) forbidden();
  if (unitId !== undefined && !may(official.grants, action, unitId)) notFound();
  return official;
}

/** `requireOfficial` for a page, by its line on the map of pages. Every page but those for anyone begins with it. */
export async function requirePage(path: string, unitId?: string): Promise<Official> {
  const page = pages.find((one) => one.path === path);
  if (!page || page.action === 'anyone') throw new Error(`${path} is not a page that asks who comes`);
  return requireOfficial(page.action, unitId);
}

/** What an official must set up before this act: a second factor, or a key of their own. */
export function stillMissing(official: Official, action: Action): 'second-factor' | 'passkey' | undefined {
  if (official.session.method === 'password' && env().SECOND_FACTOR === 'required') return 'second-factor';
  return needsPasskey.includes(action) && official.passkeys === 0 ? 'passkey' : undefined;
}
