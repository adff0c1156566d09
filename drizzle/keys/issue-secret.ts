import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '../database.ts';

/** How long the secret before stays good once there is a newer one, unless somebody ends it earlier. */
export const overlapDays = 7;

/**
 * Makes a secret for a key and keeps its hash only: what is answered is never seen again. The newest secret before it
 * stays good for a week, so that whoever uses it can change over without a pause; one before that ends now.
 */
export async function issueSecret(tx: Queryable, keyId: string, mode: string): Promise<string> {
  const secret = `cauce_${mode}_${randomBytes(32).toString('base64url')}`;
  await tx.query(
    `update api_key_secret set ends_at = least(ends_at, case when ends_at is null then now() + make_interval(days => $2) else now() end)
     where key_id = $1`,
    [keyId, overlapDays],
  );
  await tx.query('insert into api_key_secret (hash, key_id, prefix) values ($1, $2, $3)', [
    hashOfSecret(secret),
    keyId,
    secret.slice(0, `cauce_${mode}_`.length + 4),
  ]);
  return secret;
}

/** 256 random bits need no slow hash: nobody can try them out. */
export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');
