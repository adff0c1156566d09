import type { Role } from '#engine/office/permission.ts';
import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** Somebody who works in a unit, as those who give roles see them. */
export type OfficialLine = {
  id: string;
  name: string;
  email: string;
  status: 'active' | 'blocked';
  /** Roles in the units asked for, and only in those. */
  roles: { unitId: string; unit: string; role: Role; source: 'cauce' | 'oidc' }[];
  secondFactor: boolean;
  passkeys: number;
  activeAt: string | null;
};

/** Everybody with a role in these units, by name; with `id` only them. */
export async function officialList(
  database: Queryable,
  units: readonly string[],
  id: string | null = null,
): Promise<OfficialLine[]> {
  const { rows } = await database.query<OfficialLine>(
    `select official.id, official.name, official.email, official.status, official.two_factor_enabled as "secondFactor",
            held.roles, (select count(*)::int from passkey where passkey.official_id = official.id) as passkeys,
            (select ${iso('max(updated_at)')} from session where session.official_id = official.id) as "activeAt"
     from official
     join lateral (
       select jsonb_agg(jsonb_build_object('unitId', unit.id, 'unit', unit.name, 'role', official_role.role,
                                           'source', official_role.source) order by unit.name, official_role.role) as roles
       from official_role join unit on unit.id = official_role.unit_id
       where official_role.official_id = official.id and unit.id = any($1::uuid[])) as held on held.roles is not null
     where $2::uuid is null or official.id = $2
     order by official.name, official.id
     limit 1000`,
    [units, id],
  );
  return rows;
}

/** Blocks an official and ends every session of theirs, where they work in one of these units; false when they do not. */
export async function blockOfficial(
  database: Queryable,
  officialId: string,
  units: readonly string[],
): Promise<boolean> {
  const { rowCount } = await database.query(
    `with blocked as (
       update official set status = 'blocked', updated_at = now()
       where id = $1 and exists (select from official_role where official_id = $1 and unit_id = any($2::uuid[])) returning id)
     , ended as (delete from session where official_id in (select id from blocked))
     select from blocked`,
    [officialId, units],
  );
  return rowCount === 1;
}
