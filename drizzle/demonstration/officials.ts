import type { Role } from '#engine/office/permission.ts';
import type { Queryable } from '../database.ts';

/** The second invented administration, so that "another unit's" is real. */
export const NEIGHBOUR_UNIT = '019b76da-a800-7000-8002-000000000002';

type Seeded = { id: string; name: string; roles: Role[]; neighbour?: Role[] };

/** Invented names, one for each role, one with several, and a second of those whose acts take two people. */
const officials: Seeded[] = [
  seeded(1, 'Aitana Rueda', ['manager']),
  seeded(2, 'Ignacio Vidal', ['approver']),
  seeded(3, 'Mateo Ferrer', ['designer']),
  seeded(4, 'Noelia Castro', ['agent']),
  seeded(5, 'Xoán Piñeiro', ['accounts']),
  seeded(6, 'Miren Etxarri', ['protection']),
  seeded(7, 'Carmen Solís', ['administrator']),
  seeded(8, 'Lucía Prado', ['reader']),
  seeded(9, 'Tomás Aguirre', ['designer', 'manager'], ['approver']),
  seeded(10, 'Rosa Benítez', ['approver']),
  seeded(11, 'Julián Mora', ['administrator'], ['administrator']),
  seeded(12, 'Elena Cortés', [], ['designer', 'manager']),
];

/** Seeds the neighbouring unit and the officials of the demonstration, none of whom has a password; safe to repeat. */
export async function seedOfficials(database: Queryable, unitId: string): Promise<void> {
  await database.query(
    `insert into unit (id, name, dir3, seat) values ($1, 'Ayuntamiento de Villamuestra', 'X00000001', '46250') on conflict (id) do nothing`,
    [NEIGHBOUR_UNIT],
  );
  await database.query(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as given(id uuid, name text, email text, roles jsonb, neighbour jsonb)),
       made as (insert into official (id, name, email, email_verified, demonstration) select id, name, email, true, true from given
                on conflict do nothing returning id)
     insert into official_role (official_id, unit_id, role)
     select given.id, $2::uuid, role from given join made using (id), jsonb_array_elements_text(given.roles) as role
     union all
     select given.id, $3::uuid, role from given join made using (id), jsonb_array_elements_text(given.neighbour) as role`,
    [
      JSON.stringify(officials.map((one) => ({ neighbour: [], ...one, email: emailOf(one.name) }))),
      unitId,
      NEIGHBOUR_UNIT,
    ],
  );
}

function seeded(n: number, name: string, roles: Role[], neighbour: Role[] = []): Seeded {
  return { id: `019b76da-a800-7000-8003-${String(n).padStart(12, '0')}`, name, roles, neighbour };
}

// Mailboxes that exist nowhere (RFC 2606).
const emailOf = (name: string) =>
  `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(' ', '.')}@ejemplo.invalid`;
