import type { Queryable } from '../database.ts';

/** The run of a unit that was made last, or the one whose id begins so; undefined when there is none, or several. */
export async function newestRun(database: Queryable, unitId: string, begins = ''): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string }>(
    `select id from run where unit_id = $1 and starts_with(id::text, $2) order by created_at desc, id desc limit 2`,
    [unitId, begins],
  );
  return begins === '' || rows.length === 1 ? rows[0]?.id : undefined;
}
