import type { Queryable } from '../database.ts';

/** Ends the session of a token. */
export async function endSession(database: Queryable, token: string): Promise<void> {
  await database.query('delete from session where token = $1', [token]);
}
