import type { Queryable } from '../database.ts';

/** The id of the official with this address, if there is one. */
export async function officialWithEmail(database: Queryable, email: string): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string }>('select id from official where email = lower($1)', [email]);
  return rows[0]?.id;
}
