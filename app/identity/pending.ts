import { cookies } from 'next/headers';
import { type PendingSignIn, pendingSignIn } from '#drizzle/queries/pending-sign-in.ts';
import { database } from '../database.ts';
import { cookiePrefix, tokenIn } from '../session-cookie.ts';

const pendingCookie = () => `${cookiePrefix()}.two_factor`;

/** Whose password was right on this browser within ten minutes and who owes a second factor; null when nobody. */
export async function pendingOfficial(): Promise<PendingSignIn | null> {
  const identifier = tokenIn((await cookies()).get(pendingCookie())?.value);
  return identifier === undefined ? null : ((await pendingSignIn(database(), identifier)) ?? null);
}

export async function forgetPending(): Promise<void> {
  (await cookies()).delete(pendingCookie());
}
