import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { nextCookies } from 'better-auth/next-js';
import { twoFactor } from 'better-auth/plugins';
import { drizzle } from 'drizzle-orm/node-postgres';
import { identityTables } from '#drizzle/identity-tables.ts';
import { env } from '#env';
import { relyingParty } from '#relying-party';
import { database } from '../database.ts';
import { cookiePrefix } from '../session-cookie.ts';
import { beforeOfficial, beforeSession } from './hooks.ts';
import { oidc } from './oidc.ts';
import { userVerified } from './user-verified.ts';

/**
 * How officials prove who they are: better-auth on our tables. Its functions are called by ours; of its addresses only the
 * way back from an identity provider is open (`/api/identity/callback/oidc`). Nobody signs up by themselves.
 */
export function identity(): ReturnType<typeof open> {
  holder.cauceIdentity ??= open();
  return holder.cauceIdentity;
}

/** Opens it anew. */
export function reopenIdentity(): ReturnType<typeof open> {
  holder.cauceIdentity = undefined;
  return identity();
}

// Kept on globalThis because a development reload evaluates modules again.
const holder = globalThis as typeof globalThis & { cauceIdentity?: ReturnType<typeof open> | undefined };

const minutes = 60;

function open() {
  const { CAUCE_SECRET, SESSION_HOURS } = env();
  const { id, name, address, origins, secure } = relyingParty();
  return betterAuth({
    appName: name,
    baseURL: address,
    basePath: '/api/identity',
    secret: CAUCE_SECRET,
    trustedOrigins: origins,
    database: drizzleAdapter(drizzle(database()), { provider: 'pg', schema: identityTables, transaction: true }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: { modelName: 'official' },
    account: {
      modelName: 'credential',
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, ...(env().OIDC_TRUST_EMAIL && { trustedProviders: ['oidc'] }) },
    },
    session: {
      expiresIn: SESSION_HOURS * 60 * minutes,
      // Our own question (officialOfSession) knows the idle limit, which only a sign of life moves.
      disableSessionRefresh: true,
      freshAge: 30 * minutes,
      additionalFields: { method: { type: 'string', required: true, defaultValue: 'password', input: false } },
    },
    databaseHooks: { user: { create: { before: beforeOfficial } }, session: { create: { before: beforeSession } } },
    // Tries are counted in Postgres, per account and address: app/identity/throttle.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    advanced: {
      cookiePrefix: cookiePrefix(),
      useSecureCookies: false, // the prefix already says it, and more
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
      database: { generateId: false },
      ipAddress: { ipAddressHeaders: ['x-cauce-address'] },
    },
    plugins: [
      twoFactor({ issuer: name, twoFactorCookieMaxAge: 10 * minutes, allowPasswordless: true }),
      passkey({
        rpID: id,
        rpName: name,
        origin: origins,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: ({ verification }) => userVerified(verification.registrationInfo) },
        authentication: { afterVerification: ({ verification }) => userVerified(verification.authenticationInfo) },
        advanced: { webAuthnChallengeCookie: 'passkey_challenge' },
      }),
      ...oidc(),
      nextCookies(),
    ],
  });
}
