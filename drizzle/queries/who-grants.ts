import type { Queryable } from '../database.ts';

/** The names of those who give roles in these units: their administrators. At most ten. */
export async function whoGrants(database: Queryable, units: readonly string[]): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select distinct official.name from official join official_role on official_role.official_id = official.id
     where official_role.role = 'administrator' and official_role.unit_id = any($1::uuid[]) and official.status = 'active'
     order by official.name limit 10`,
    [units],
  );
  return rows.map(({ name }) => name);
}
