import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '#env';
import { relyingParty } from '#relying-party';

/** The prefix of every cookie of ours. Over TLS `__Host-`: bound to this very host, sent over TLS only. */
export const cookiePrefix = () => (relyingParty().secure ? '__Host-cauce' : 'cauce');

export const sessionCookie = () => `${cookiePrefix()}.session_token`;

/** What the cookie holds for a token, as better-auth signs it: the token, a dot, HMAC-SHA256 in base64. */
export const signedToken = (token: string) => `${token}.${hmac(token).toString('base64')}`;

/** The token in a cookie's (decoded) value; undefined when we did not sign it. */
export function tokenIn(value: string | undefined): string | undefined {
  const dot = value?.lastIndexOf('.') ?? -1;
  if (value === undefined || dot < 1) return undefined;
  const [token, given] = [value.slice(0, dot), Buffer.from(value.slice(dot + 1), 'base64')];
  const ours = hmac(token);
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : undefined;
}

function hmac(token: string): Buffer {
  const secret = env().CAUCE_SECRET;
  if (secret === undefined)
    throw new Error('CAUCE_SECRET is not set: start Cauce with npm start, or give 32 characters');
  return createHmac('sha256', secret).update(token).digest();
}
