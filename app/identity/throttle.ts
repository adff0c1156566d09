import { createHash } from 'node:crypto';
import { headers } from 'next/headers';
import { type Allowance, forgetAttempts, takeAttempt } from '#drizzle/queries/attempts.ts';
import { database } from '../database.ts';

/**
 * Counts a try at a secret of an account (its e-mail or id) from the address that asks, before the secret is looked at; the
 * minutes to wait when either has tried too often. Ten per account and fifty per address in a quarter of an hour: enough for
 * a whole office behind one address, far too few to guess.
 */
export async function throttle(account: string): Promise<number> {
  const address = (await headers()).get('x-cauce-address') ?? '';
  return takeAttempt(database(), [
    { key: keyOf('account', account), tries: 10, minutes: 15 },
    { key: keyOf('address', address), tries: 50, minutes: 15 },
  ]);
}

/** A right answer: what the account tried before is forgotten. The address's tries are not, or one account would buy more. */
export async function calm(account: string): Promise<void> {
  await forgetAttempts(database(), [keyOf('account', account)]);
}

/** Whether something is done for the first time within some minutes: a code from an authenticator counts once. */
export async function firstTime(what: string, minutes: number): Promise<boolean> {
  const allowance: Allowance = { key: keyOf('once', what), tries: 1, minutes };
  return (await takeAttempt(database(), [allowance])) === 0;
}

// The table need not say who tried.
const keyOf = (kind: string, what: string) =>
  `${kind}:${createHash('sha256').update(what.trim().toLowerCase()).digest('base64url')}`;
