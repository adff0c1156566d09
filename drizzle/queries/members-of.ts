import type { Queryable } from '../database.ts';

/** The members, newest first and at most twenty, that a citizen of the unit is or was, drills included, by ref or id; or the one with that id. */
export async function membersOf(database: Queryable, unitId: string, called: string): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `with person as (select id from citizen where unit_id = $1 and (ref = $2 or id::text = $2))
     select member.id from person join member on member.citizen_id = person.id
     union all
     select member.id from person join citizen copy on copy.copy_of = person.id join member on member.citizen_id = copy.id
     union all
     select member.id from member join run on run.id = member.run_id
     where run.unit_id = $1 and member.id = case when pg_input_is_valid($2, 'uuid') then $2::uuid end
     order by id desc limit 20`,
    [unitId, called],
  );
  return rows.map(({ id }) => id);
}
