import type { Actor } from '#engine/office/audit-entry.ts';
import { audit } from '../audit/append.ts';
import { audited } from '../audit/audited.ts';
import { type Database, transaction } from '../database.ts';
import { addKey, type KeyWish } from '../queries/api-keys.ts';
import { issueSecret } from './issue-secret.ts';
import { keyOwner } from './key-list.ts';

/** Makes a key with its first secret, and notes who did it. */
export function createKey(database: Database, who: Actor, wish: KeyWish): Promise<{ id: string; secret: string }> {
  return audited(
    database,
    async (tx) => {
      const id = await addKey(tx, wish);
      return { id, secret: await issueSecret(tx, id, wish.mode) };
    },
    ({ id }) => ({
      who,
      unitId: wish.unitId,
      act: 'key.created',
      about: { kind: 'key', id },
      detail: { mode: wish.mode, scopes: [...wish.scopes], expires: wish.expiresAt?.toISOString() },
    }),
  );
}

/** Gives a key a new secret; the one before stays good for a week. Undefined when there is no such key. */
export function rotateKeySecret(database: Database, who: Actor, id: string): Promise<string | undefined> {
  return transaction(database, async (tx) => {
    const key = await keyOwner(tx, id);
    if (!key) return undefined;
    const secret = await issueSecret(tx, id, key.mode);
    await audit(tx, { who, unitId: key.unitId, act: 'key.rotated', about: { kind: 'key', id } });
    return secret;
  });
}

/** Ends the secret before the newest now, when everybody has changed over. False when there is none. */
export async function endOldSecret(database: Database, who: Actor, id: string): Promise<boolean> {
  const unitId = (await keyOwner(database, id))?.unitId;
  if (unitId === undefined) return false;
  return audited(
    database,
    async (tx) => {
      const { rowCount } = await tx.query(
        'update api_key_secret set ends_at = now() where key_id = $1 and ends_at > now()',
        [id],
      );
      return (rowCount ?? 0) > 0;
    },
    (ended) => ended && { who, unitId, act: 'key.old-secret-ended', about: { kind: 'key', id } },
  );
}

/** Revokes a key with all its secrets, at once and for good. False when it was already, or never was. */
export async function revokeKey(database: Database, who: Actor, id: string): Promise<boolean> {
  const unitId = (await keyOwner(database, id))?.unitId;
  if (unitId === undefined) return false;
  return audited(
    database,
    async (tx) => {
      const { rowCount } = await tx.query(
        'update api_key set revoked_at = now() where id = $1 and revoked_at is null',
        [id],
      );
      return rowCount === 1;
    },
    (revoked) => revoked && { who, unitId, act: 'key.revoked', about: { kind: 'key', id } },
  );
}
