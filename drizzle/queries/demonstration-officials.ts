import type { Role } from '#engine/office/permission.ts';
import type { Queryable } from '../database.ts';

/** An invented official as the door of the demonstration offers them, with each role and its unit. */
export type DemonstrationOfficial = { id: string; name: string; roles: { role: Role; unit: string }[] };

/** The officials of the demonstration, as they were seeded. */
export async function demonstrationOfficials(database: Queryable): Promise<DemonstrationOfficial[]> {
  const { rows } = await database.query<DemonstrationOfficial>(
    `select official.id, official.name,
            jsonb_agg(jsonb_build_object('role', official_role.role, 'unit', unit.name) order by unit.created_at, unit.id, official_role.role)
              as roles
     from official
     join official_role on official_role.official_id = official.id
     join unit on unit.id = official_role.unit_id
     where official.demonstration and official.status = 'active'
     group by official.id
     order by official.id`,
  );
  return rows;
}
