import type { Role } from '#engine/office/permission.ts';
import { DAYS_TO_DECIDE } from '../changes/decide-change.ts';
import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** A change as those who decide it see it. */
export type ChangeLine = {
  id: string;
  unitId: string;
  unit: string;
  kind: string;
  detail: Record<string, unknown>;
  reason: string;
  askedBy: { id: string; name: string };
  askedAt: string;
  /** Nobody else in the unit may decide it: the one who asked may, with a recovery code. */
  alone: boolean;
};

/** The changes that wait in these units, the oldest first; `deciders` are the roles that may decide each kind. */
export async function changeList(
  database: Queryable,
  units: readonly string[],
  deciders: Record<string, readonly Role[]>,
): Promise<ChangeLine[]> {
  const { rows } = await database.query<ChangeLine>(
    `select change.id, change.unit_id as "unitId", unit.name as unit, change.kind, change.detail, change.reason,
            jsonb_build_object('id', official.id, 'name', official.name) as "askedBy", ${iso('change.asked_at')} as "askedAt",
            not exists (select from official_role other join official person on person.id = other.official_id
                        where other.unit_id = change.unit_id and other.official_id <> change.asked_by and person.status = 'active'
                          and $3::jsonb -> change.kind ? other.role) as alone
     from change
     join unit on unit.id = change.unit_id
     join official on official.id = change.asked_by
     where change.state = 'waiting' and change.unit_id = any($1::uuid[]) and change.asked_at > now() - make_interval(days => $2)
       and $3::jsonb ? change.kind
     order by change.asked_at`,
    [units, DAYS_TO_DECIDE, JSON.stringify(deciders)],
  );
  return rows;
}

/** Whose a waiting change is, and of which kind. */
export async function changeOwner(
  database: Queryable,
  id: string,
): Promise<{ unitId: string; kind: string } | undefined> {
  const { rows } = await database.query<{ unitId: string; kind: string }>(
    `select unit_id as "unitId", kind from change where id = $1`,
    [id],
  );
  return rows[0];
}
