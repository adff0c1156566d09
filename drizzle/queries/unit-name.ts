import type { Queryable } from '../database.ts';

/** What a unit is called; '' when there is none. */
export async function unitName(database: Queryable, unitId: string): Promise<string> {
  const { rows } = await database.query<{ name: string }>('select name from unit where id = $1', [unitId]);
  return rows[0]?.name ?? '';
}
