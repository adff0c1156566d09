import type { Queryable } from '../database.ts';

/** What an official can prove themselves with. */
export type SecondFactors = { password: boolean; totp: boolean; recovery: boolean; passkeys: number };

export async function secondFactorsOf(database: Queryable, officialId: string): Promise<SecondFactors> {
  const { rows } = await database.query<SecondFactors>(
    `select exists (select from credential where official_id = $1 and provider_id = 'credential' and password is not null) as password,
            exists (select from two_factor where official_id = $1 and verified) as totp,
            exists (select from two_factor where official_id = $1) as recovery,
            (select count(*)::int from passkey where official_id = $1) as passkeys`,
    [officialId],
  );
  return rows[0]!;
}

/** Has the password ask for a second factor from now on, exactly when there is one. */
export async function settleSecondFactor(database: Queryable, officialId: string): Promise<void> {
  await database.query(
    `update official set updated_at = now(),
       two_factor_enabled = exists (select from two_factor where official_id = $1 and verified)
                         or exists (select from passkey where official_id = $1)
     where id = $1`,
    [officialId],
  );
}

/** Forgets the authenticator of an official; their recovery codes stay good. */
export async function forgetAuthenticator(database: Queryable, officialId: string): Promise<void> {
  await database.query('update two_factor set verified = false where official_id = $1', [officialId]);
}
