import type { Queryable } from '../database.ts';
import { hashOfSecret, issueSecret } from '../keys/issue-secret.ts';

/** What a key may be used for. */
export const scopes = ['read', 'launch', 'control', 'events', 'cap', 'tasks', 'attributes'] as const;
export type Scope = (typeof scopes)[number];

/** `live` reaches everybody; `team` what is real, but the team's own addresses only; `test` drills only. */
export const keyModes = ['live', 'team', 'test'] as const;
export type KeyMode = (typeof keyModes)[number];

export type KeyHolder = { id: string; unitId: string; name: string; scopes: string[]; mode: KeyMode };

export type KeyWish = {
  unitId: string;
  name: string;
  scopes: readonly Scope[];
  mode: KeyMode;
  /** When it stops being good; in a year when left out. */
  expiresAt?: Date | undefined;
};

/** Makes a key with its first secret, which is answered and never seen again. */
export async function createApiKey(database: Queryable, wish: KeyWish): Promise<string> {
  return issueSecret(database, await addKey(database, wish), wish.mode);
}

/** Makes a key that has no secret yet; answers its id. */
export async function addKey(
  tx: Queryable,
  { unitId, name, scopes: granted, mode, expiresAt }: KeyWish,
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into api_key (unit_id, name, scopes, mode, expires_at)
     values ($1, $2, $3, $4, coalesce($5, now() + interval '1 year')) returning id`,
    [unitId, name, granted, mode, expiresAt ?? null],
  );
  return rows[0]!.id;
}

/** The holder of a secret that is good now. That it was used is noted, at most once a minute. */
export async function keyHolder(database: Queryable, secret: string): Promise<KeyHolder | undefined> {
  const { rows } = await database.query<KeyHolder & { stale: boolean }>(
    `select k.id, k.unit_id as "unitId", k.name, k.scopes, k.mode,
            coalesce(s.used_at < now() - interval '1 minute', true) as stale
     from api_key_secret s join api_key k on k.id = s.key_id
     where s.hash = $1 and (s.ends_at is null or s.ends_at > now()) and k.expires_at > now() and k.revoked_at is null`,
    [hashOfSecret(secret)],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { stale, ...holder } = row;
  if (stale)
    await database.query(
      `update api_key_secret set used_at = now() where hash = $1 and coalesce(used_at < now() - interval '1 minute', true)`,
      [hashOfSecret(secret)],
    );
  return holder;
}
