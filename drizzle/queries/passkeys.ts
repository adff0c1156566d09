import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** A key as its holder sees it. */
export type PasskeyLine = { id: string; name: string; createdAt: string; backedUp: boolean };

/** The keys of an official, the oldest first. */
export async function passkeysOf(database: Queryable, officialId: string): Promise<PasskeyLine[]> {
  const { rows } = await database.query<PasskeyLine>(
    `select id, coalesce(name, '') as name, ${iso('created_at')} as "createdAt", backed_up as "backedUp"
     from passkey where official_id = $1 order by created_at, id`,
    [officialId],
  );
  return rows;
}

/** Whose key has this credential id (base64url). */
export async function passkeyHolder(database: Queryable, credentialId: string): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string }>(
    'select official_id as id from passkey where credential_id = $1',
    [credentialId],
  );
  return rows[0]?.id;
}

/** Takes a key away from its holder; false when they have none with that id. */
export async function removePasskey(database: Queryable, officialId: string, id: string): Promise<boolean> {
  const { rowCount } = await database.query('delete from passkey where official_id = $1 and id = $2', [officialId, id]);
  return rowCount === 1;
}

/** The credential ids of an official's keys: which of them a browser may sign with. */
export async function passkeysFor(database: Queryable, officialId: string): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    'select credential_id as id from passkey where official_id = $1 order by created_at, id',
    [officialId],
  );
  return rows.map(({ id }) => id);
}
