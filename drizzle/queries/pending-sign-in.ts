import type { Queryable } from '../database.ts';

/** An official between password and second factor, and the second factors they have. */
export type PendingSignIn = { officialId: string; name: string; totp: boolean; recovery: boolean; passkeys: number };

/** The official whose sign-in stands under this identifier, until it expires. */
export async function pendingSignIn(database: Queryable, identifier: string): Promise<PendingSignIn | undefined> {
  const { rows } = await database.query<PendingSignIn>(
    `select official.id as "officialId", official.name, coalesce(two_factor.verified, false) as totp,
            two_factor.id is not null as recovery,
            (select count(*)::int from passkey where passkey.official_id = official.id) as passkeys
     from verification
     join official on official.id::text = verification.value
     left join two_factor on two_factor.official_id = official.id
     where verification.identifier = $1 and verification.expires_at > now()`,
    [identifier],
  );
  return rows[0];
}
