import { APIError } from 'better-auth/api';
import { isBlocked } from '#drizzle/queries/is-blocked.ts';
import type { SignInMethod } from '#drizzle/queries/official-of-session.ts';
import { database } from '../database.ts';
import { isDemonstration } from '../demonstration.ts';
import { claimedRoles, keepClaimedRoles } from './claimed-roles.ts';
import { noteSignIn } from './note-sign-in.ts';

type Asked = { path?: string | undefined } | null | undefined;

/** Notes how a session begins; none begins for a blocked official, nor by a provider whose claims give no role. */
export async function beforeSession(session: { userId: string }, asked: Asked) {
  if (await isBlocked(database(), session.userId, { demonstration: isDemonstration() }))
    throw new APIError('FORBIDDEN', { code: 'BLOCKED' });
  const method = methods[asked?.path ?? ''] ?? 'password';
  if (method === 'oidc') {
    await keepClaimedRoles(session.userId);
    await noteSignIn(session.userId, { method: 'oidc' });
  }
  return { data: { ...session, method } };
}

/** An official whom a provider brings in for the first time: only with a role. */
export async function beforeOfficial(official: Record<string, unknown>) {
  if (claimedRoles().length === 0) throw new APIError('FORBIDDEN', { code: 'NO_ROLE' });
  return { data: official };
}

const methods: Partial<Record<string, SignInMethod>> = {
  '/two-factor/verify-totp': 'totp',
  '/two-factor/verify-backup-code': 'recovery',
  '/passkey/verify-authentication': 'passkey',
  '/callback/:id': 'oidc',
};
