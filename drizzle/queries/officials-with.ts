import type { Role } from '#engine/office/permission.ts';
import type { Queryable } from '../database.ts';

/** Somebody who works here, as a mail to them needs it. */
export type Addressee = { id: string; email: string; locale: string | null };

/** The officials with this role, in a unit or (null) in any. */
export async function officialsWith(database: Queryable, role: Role, unitId: string | null): Promise<Addressee[]> {
  const { rows } = await database.query<Addressee>(
    `select distinct o.id, o.email, o.locale from official o join official_role r on r.official_id = o.id
     where r.role = $1 and o.status = 'active' and ($2::uuid is null or r.unit_id = $2) order by o.id`,
    [role, unitId],
  );
  return rows;
}
