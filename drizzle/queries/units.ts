import type { Queryable } from '../database.ts';

/** The unit that was there first: whoever does not say for which unit they speak, speaks for it. */
export async function firstUnit(database: Queryable): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string }>('select id from unit order by created_at, id limit 1');
  return rows[0]?.id;
}

/** The unit with this id, DIR3 code or name. */
export async function unitCalled(database: Queryable, called: string): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string }>(
    'select id from unit where id::text = $1 or dir3 = $1 or name = $1 order by created_at, id limit 1',
    [called],
  );
  return rows[0]?.id;
}

/** Which of these units has a journey of this slug; the first of them, where several do. */
export async function unitOfJourney(
  database: Queryable,
  slug: string,
  units: readonly string[],
): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string }>(
    `select unit_id as id from journey where slug = $1 and unit_id = any($2::uuid[])
     order by array_position($2::uuid[], unit_id) limit 1`,
    [slug, units],
  );
  return rows[0]?.id;
}

/** The names of these units, by id, in the order of the alphabet. */
export async function unitNames(database: Queryable, units: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await database.query<{ id: string; name: string }>(
    'select id, name from unit where id = any($1::uuid[]) order by name',
    [units],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
