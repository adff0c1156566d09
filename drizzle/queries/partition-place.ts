import type { Queryable } from '../database.ts';

/** Which partition of its run this is, and whether it still has or awaits members; undefined when there is none. */
export async function partitionPlace(
  database: Queryable,
  partitionId: number,
): Promise<{ k: number; open: boolean } | undefined> {
  const { rows } = await database.query<{ k: number; open: boolean }>('select k, open from partition where id = $1', [
    partitionId,
  ]);
  return rows[0];
}
