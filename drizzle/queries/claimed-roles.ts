import type { Role } from '#engine/office/permission.ts';
import type { Queryable } from '../database.ts';

/** A role in the unit with this DIR3 code or name, as an identity provider's claims give it. */
export type ClaimedRole = { role: Role; unit: string };

/**
 * Makes these the roles that an official has from their identity provider; what Cauce gave stays. Units that are not there
 * give nothing. Answers how many roles the official has then, from either.
 */
export async function replaceClaimedRoles(
  database: Queryable,
  officialId: string,
  roles: readonly ClaimedRole[],
): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `with claimed as (select distinct unit.id as unit_id, given.role
                      from jsonb_to_recordset($2::jsonb) as given(role text, unit text)
                      join unit on unit.dir3 = given.unit or unit.name = given.unit),
       gone as (delete from official_role where official_id = $1 and source = 'oidc'
                and not exists (select from claimed where claimed.unit_id = official_role.unit_id and claimed.role = official_role.role)
                returning 1),
       come as (insert into official_role (official_id, unit_id, role, source)
                select $1, unit_id, role, 'oidc' from claimed on conflict do nothing)
     select (select count(*) from claimed)::int
          + (select count(*) from official_role where official_id = $1 and source = 'cauce'
             and not exists (select from claimed where claimed.unit_id = official_role.unit_id and claimed.role = official_role.role))::int as n`,
    [officialId, JSON.stringify(roles)],
  );
  return rows[0]?.n ?? 0;
}
