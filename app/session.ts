import { cookies } from 'next/headers';
import { endSession } from '#drizzle/queries/end-session.ts';
import type { SignInMethod } from '#drizzle/queries/official-of-session.ts';
import { openSession } from '#drizzle/queries/open-session.ts';
import { env } from '#env';
import { relyingParty } from '#relying-party';
import { database } from './database.ts';
import { sessionCookie, signedToken, tokenIn } from './session-cookie.ts';

/** Signs an official in on this browser, under a token of its own; what this browser was signed in with before ends. */
export async function beginSession(officialId: string, method: SignInMethod): Promise<void> {
  await leaveSession();
  const { SESSION_HOURS: hours } = env();
  const token = await openSession(database(), { officialId, method, hours });
  (await cookies()).set(sessionCookie(), signedToken(token), {
    httpOnly: true,
    sameSite: 'lax',
    secure: relyingParty().secure,
    path: '/',
  });
}

/** Signs out: the session ends here and for whoever copied its cookie. */
export async function leaveSession(): Promise<void> {
  const jar = await cookies();
  const token = tokenIn(jar.get(sessionCookie())?.value);
  if (token === undefined) return;
  await endSession(database(), token);
  jar.delete(sessionCookie());
}
