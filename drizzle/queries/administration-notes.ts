import type { Queryable } from '../database.ts';

/** What somebody who administers these units should know before opening anything; each a count. */
export type AdministrationNotes = {
  keysExpiring: number;
  webhooksOff: number;
  accountsDown: number;
  accountsEnding: number;
};

export async function administrationNotes(database: Queryable, units: readonly string[]): Promise<AdministrationNotes> {
  const { rows } = await database.query<AdministrationNotes>(
    `select (select count(*)::int from api_key where unit_id = any($1::uuid[]) and revoked_at is null
               and expires_at between now() and now() + interval '30 days') as "keysExpiring",
            (select count(*)::int from webhook where unit_id = any($1::uuid[]) and status = 'disabled' and disabled_why <> 'official') as "webhooksOff",
            (select count(*)::int from account where unit_id = any($1::uuid[]) and status = 'down') as "accountsDown",
            (select count(*)::int from account where unit_id = any($1::uuid[]) and valid_to between current_date and current_date + 60) as "accountsEnding"`,
    [units],
  );
  return rows[0]!;
}
