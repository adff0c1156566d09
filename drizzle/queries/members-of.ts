import type { Queryable } from '../database.ts';

/** The members, newest first and at most twenty, that a citizen of the unit is or was, by ref or id; or the one with that id. */
export async function membersOf(database: Queryable, unitId: string, called: string): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select member.id from citizen join member on member.citizen_id = citizen.id
     where citizen.unit_id = $1 and (citizen.ref = $2 or citizen.id::text = $2)
     union all
     select member.id from member join run on run.id = member.run_id
     where run.unit_id = $1 and member.id = case when pg_input_is_valid($2, 'uuid') then $2::uuid end
     order by id desc limit 20`,
    [unitId, called],
  );
  return rows.map(({ id }) => id);
}
