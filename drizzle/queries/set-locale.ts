import type { Queryable } from '../database.ts';

/** Keeps the language an official chose, for every browser they sign in from. */
export async function setLocale(database: Queryable, officialId: string, locale: string): Promise<void> {
  await database.query('update official set locale = $2, updated_at = now() where id = $1', [officialId, locale]);
}
