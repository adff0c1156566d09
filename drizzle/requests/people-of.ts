import type { Queryable } from '../database.ts';

/** How many people entered a run, what it updated and what updated it: whom a correction or an all-clear may concern. */
export async function peopleOf(database: Queryable, runId: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `select coalesce(sum(r.enrolled), 0)::int as n
     from run r, (select coalesce(updates, id) as root from run where id = $1) c
     where (r.id = c.root or r.updates = c.root) and r.follows is null`,
    [runId],
  );
  return rows[0]?.n ?? 0;
}
