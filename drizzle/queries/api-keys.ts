import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '../database.ts';

/** What a key may be used for. */
export const scopes = ['read', 'launch', 'control', 'events', 'cap', 'tasks', 'attributes'] as const;
export type Scope = (typeof scopes)[number];

/** Whoever holds a key: a test key is heard by drills only. */
export type KeyHolder = { id: string; unitId: string; name: string; scopes: string[]; mode: 'live' | 'test' };

/** Makes a key and keeps its hash only: what is returned is never seen again. */
export async function createApiKey(
  database: Queryable,
  {
    unitId,
    name,
    scopes: granted,
    mode,
  }: { unitId: string; name: string; scopes: readonly Scope[]; mode: 'live' | 'test' },
): Promise<string> {
  const key = `cauce_${mode}_${randomBytes(32).toString('base64url')}`;
  await database.query('insert into api_key (unit_id, name, hash, scopes, mode) values ($1, $2, $3, $4, $5)', [
    unitId,
    name,
    hashOf(key),
    granted,
    mode,
  ]);
  return key;
}

/** The holder of a key that is not revoked. */
export async function keyHolder(database: Queryable, key: string): Promise<KeyHolder | undefined> {
  const { rows } = await database.query<KeyHolder>(
    `select id, unit_id as "unitId", name, scopes, mode from api_key where hash = $1 and revoked_at is null`,
    [hashOf(key)],
  );
  return rows[0];
}

// 256 random bits need no slow hash: nobody can try them out.
const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');
