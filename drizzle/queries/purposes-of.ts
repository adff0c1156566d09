import type { Queryable } from '../database.ts';

/** What these units use data for, as their registers of processing activities name it, by title. */
export async function purposesOf(
  database: Queryable,
  units: readonly string[],
): Promise<{ code: string; title: string }[]> {
  const { rows } = await database.query<{ code: string; title: string }>(
    'select distinct on (title, code) code, title from purpose where unit_id = any($1::uuid[]) order by title, code',
    [units],
  );
  return rows;
}
