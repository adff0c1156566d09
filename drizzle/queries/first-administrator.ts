import type { Queryable } from '../database.ts';

/** Whether nobody administers Cauce yet: then an address that works once may make somebody. */
export async function hasNoAdministrator(database: Queryable): Promise<boolean> {
  const { rows } = await database.query<{ none: boolean }>(
    `select not exists (select from official_role join official on official.id = official_role.official_id
                        where role = 'administrator' and official.status = 'active' and not official.demonstration) as none`,
  );
  return rows[0]?.none ?? true;
}

/** Makes the first administrator: of the unit that is there, or of a new one. Answers their id. */
export async function createFirstAdministrator(
  tx: Queryable,
  { name, email, unit }: { name: string; email: string; unit: { name: string; dir3: string | null } | null },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `with made as (insert into official (name, email, email_verified) values ($1, $2, true)
               on conflict (email) do update set name = excluded.name, status = 'active' returning id),
       founded as (insert into unit (name, dir3) select $3, $4 where $3::text is not null returning id),
       home as (select id from founded union all (select id from unit where $3::text is null order by created_at, id limit 1))
     insert into official_role (official_id, unit_id, role)
     select made.id, home.id, 'administrator' from made, home
     on conflict (official_id, unit_id, role) do update set granted_at = now()
     returning official_id as id`,
    [name, email, unit?.name ?? null, unit?.dir3 ?? null],
  );
  if (!rows[0]) throw new Error('There is no unit to administer');
  return rows[0].id;
}

/** Keeps a password's hash as the way an official signs in; one they had before gives way. */
export async function keepPassword(tx: Queryable, officialId: string, hash: string): Promise<void> {
  await tx.query(
    `insert into credential (official_id, account_id, provider_id, password) values ($1, $1::text, 'credential', $2)
     on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`,
    [officialId, hash],
  );
}
