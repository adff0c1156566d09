import { randomBytes } from 'node:crypto';
import type { Queryable } from '../database.ts';
import type { SignInMethod } from './official-of-session.ts';

/** Opens a session for an official and answers its token; it ends after `hours`. */
export async function openSession(
  database: Queryable,
  {
    officialId,
    method,
    hours,
    address = null,
    browser = null,
  }: { officialId: string; method: SignInMethod; hours: number; address?: string | null; browser?: string | null },
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await database.query(
    `insert into session (official_id, token, method, expires_at, ip_address, user_agent)
     values ($1, $2, $3, now() + make_interval(hours => $4), $5, $6)`,
    [officialId, token, method, hours, address, browser],
  );
  return token;
}
