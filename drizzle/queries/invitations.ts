import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '../database.ts';

/** Who an address that works once lets in: an official, or nobody yet (it makes the first administrator). */
export type Invitation = { official: { id: string; name: string; email: string } | null };

/** Makes what stands in an address that works once within these hours; what was made before for the same is worth nothing. */
export async function invite(
  database: Queryable,
  { officialId, hours }: { officialId: string | null; hours: number },
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await database.query(
    `with gone as (delete from invitation where used_at is null and official_id is not distinct from $2::uuid)
     insert into invitation (hash, official_id, expires_at) values ($1, $2, now() + make_interval(hours => $3))`,
    [hashOf(token), officialId, hours],
  );
  return token;
}

/** What an address stands for, while it still works. */
export async function invitationOf(database: Queryable, token: string): Promise<Invitation | undefined> {
  const { rows } = await database.query<Invitation>(
    `select case when official.id is not null
              then jsonb_build_object('id', official.id, 'name', official.name, 'email', official.email) end as official
     from invitation left join official on official.id = invitation.official_id
     where hash = $1 and used_at is null and invitation.expires_at > now()
       and (official.id is null or official.status = 'active')`,
    [hashOf(token)],
  );
  return rows[0];
}

/** Uses it up; false when somebody else just did. */
export async function useInvitation(tx: Queryable, token: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update invitation set used_at = now() where hash = $1 and used_at is null and expires_at > now()',
    [hashOf(token)],
  );
  return rowCount === 1;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
