import { randomBytes } from 'node:crypto';
import type { Queryable } from '../database.ts';
import type { SignInMethod } from './official-of-session.ts';

/** Opens a session for an official and answers its token; it ends after `hours`. */
export async function openSession(
  database: Queryable,
  { officialId, method, hours }: { officialId: string; method: SignInMethod; hours: number },
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await database.query(
    `insert into session (official_id, token, method, expires_at) values ($1, $2, $3, now() + make_interval(hours => $4))`,
    [officialId, token, method, hours],
  );
  return token;
}
