import { cookies, headers } from 'next/headers';
import { endSession } from '#drizzle/queries/end-session.ts';
import type { SignInMethod } from '#drizzle/queries/official-of-session.ts';
import { openSession } from '#drizzle/queries/open-session.ts';
import { env } from '#env';
import { relyingParty } from '#relying-party';
import { database } from './database.ts';
import { sessionCookie, signedToken, tokenIn } from './session-cookie.ts';

/** Signs an official in on this browser under a token of its own; what this browser was signed in with before ends. */
export async function beginSession(officialId: string, method: SignInMethod): Promise<void> {
  await replacingSession(async () => {
    const head = await headers();
    const [address, browser] = [head.get('x-cauce-address'), head.get('user-agent')];
    const token = await openSession(database(), { officialId, method, hours: env().SESSION_HOURS, address, browser });
    (await cookies()).set(sessionCookie(), signedToken(token), {
      httpOnly: true,
      sameSite: 'lax',
      secure: relyingParty().secure,
      path: '/',
    });
  });
}

/** Does what may sign somebody in on this browser; when it has, the session that was there before ends on the server too. */
export async function replacingSession<T>(work: () => Promise<T>): Promise<T> {
  const before = await ownToken();
  const result = await work();
  if (before !== undefined && (await ownToken()) !== before) await endSession(database(), before);
  return result;
}

/** Signs out: the session ends here and for whoever copied its cookie. */
export async function leaveSession(): Promise<void> {
  const token = await ownToken();
  if (token !== undefined) await endSession(database(), token);
  (await cookies()).delete(sessionCookie());
}

async function ownToken(): Promise<string | undefined> {
  return tokenIn((await cookies()).get(sessionCookie())?.value);
}
