import type { Queryable } from '../database.ts';

/** Types of events that these units have received or that their journeys name, by the alphabet: what an official is offered. */
export async function knownEvents(database: Queryable, units: readonly string[]): Promise<string[]> {
  const { rows } = await database.query<{ type: string }>(
    `select distinct type from (
       select value #>> '{}' as type from journey, jsonb_path_query(draft, '$.**.event ? (@.type() == "string")') as value
       where unit_id = any($1::uuid[])
       union all
       select type from (select type from event where unit_id = any($1::uuid[]) order by id desc limit 1000) as newest
     ) as named
     where type ~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}$'
     order by type limit 200`,
    [units],
  );
  return rows.map(({ type }) => type);
}
