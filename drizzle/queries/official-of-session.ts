import type { Grant } from '#engine/office/permission.ts';
import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** How a session began. With `password` alone no second factor was given. */
export type SignInMethod = 'password' | 'passkey' | 'totp' | 'recovery' | 'oidc' | 'demonstration';

/** Who is signed in, what they may do, and until when. */
export type Official = {
  id: string;
  name: string;
  email: string;
  /** Null: the browser's language. */
  locale: string | null;
  grants: Grant[];
  /** How many keys (passkeys) they hold. */
  passkeys: number;
  session: {
    id: string;
    method: SignInMethod;
    /** When it ends for want of activity, and when it ends whatever happens. */
    idleAt: string;
    endsAt: string;
  };
};

/**
 * The official behind a session's token: neither blocked, nor idle longer than `idleMinutes`, nor past its end. Invented
 * officials count in a demonstration only.
 */
export async function officialOfSession(
  database: Queryable,
  token: string,
  { idleMinutes, demonstration }: { idleMinutes: number; demonstration: boolean },
): Promise<Official | undefined> {
  const { rows } = await database.query<Official>(
    `select official.id, official.name, official.email, official.locale,
            coalesce((select jsonb_agg(jsonb_build_object('unitId', unit_id, 'role', role) order by unit_id, role)
                      from official_role where official_id = official.id), '[]') as grants,
            (select count(*)::int from passkey where official_id = official.id) as passkeys,
            jsonb_build_object('id', session.id, 'method', session.method,
                               'idleAt', ${iso('(session.updated_at + make_interval(mins => $2))')},
                               'endsAt', ${iso('session.expires_at')}) as session
     from session
     join official on official.id = session.official_id
     where session.token = $1 and session.expires_at > now() and session.updated_at > now() - make_interval(mins => $2)
       and official.status = 'active' and (not official.demonstration or $3)`,
    [token, idleMinutes, demonstration],
  );
  return rows[0];
}
