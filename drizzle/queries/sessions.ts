import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';
import type { SignInMethod } from './official-of-session.ts';

/** A session as its official sees it among theirs. */
export type SessionLine = {
  id: string;
  method: SignInMethod;
  startedAt: string;
  activeAt: string;
  address: string | null;
  browser: string | null;
};

/** The sessions of an official that still hold, the one active last first. */
export async function sessionsOf(database: Queryable, officialId: string, idleMinutes: number): Promise<SessionLine[]> {
  const { rows } = await database.query<SessionLine>(
    `select id, method, ${iso('created_at')} as "startedAt", ${iso('updated_at')} as "activeAt",
            nullif(ip_address, '') as address, nullif(user_agent, '') as browser
     from session
     where official_id = $1 and expires_at > now() and updated_at > now() - make_interval(mins => $2)
     order by updated_at desc`,
    [officialId, idleMinutes],
  );
  return rows;
}

/** A sign of life: the idle limit of a session is counted from now. */
export async function touchSession(database: Queryable, id: string): Promise<void> {
  await database.query(
    `update session set updated_at = now() where id = $1 and updated_at < now() - interval '20 seconds'`,
    [id],
  );
}

/** Ends one session of an official, or with `but` all the others; how many ended. */
export async function endSessions(
  database: Queryable,
  officialId: string,
  { only, but }: { only?: string; but?: string },
): Promise<number> {
  const { rowCount } = await database.query(
    `delete from session where official_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)`,
    [officialId, only ?? null, but ?? null],
  );
  return rowCount ?? 0;
}
