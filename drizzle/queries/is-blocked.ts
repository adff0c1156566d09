import type { Queryable } from '../database.ts';

/** Whether an official may not sign in: blocked, unknown, or invented where this is no demonstration. */
export async function isBlocked(
  database: Queryable,
  officialId: string,
  { demonstration }: { demonstration: boolean },
): Promise<boolean> {
  const { rows } = await database.query<{ blocked: boolean }>(
    `select status = 'blocked' or (demonstration and not $2) as blocked from official where id = $1`,
    [officialId, demonstration],
  );
  return rows[0]?.blocked ?? true;
}
