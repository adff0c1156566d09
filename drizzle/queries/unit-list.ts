import type { Queryable } from '../database.ts';

/** A unit with what it owns. */
export type UnitLine = {
  id: string;
  name: string;
  dir3: string | null;
  seat: string;
  seatName: string | null;
  journeys: number;
  audiences: number;
  attributes: number;
  accounts: number;
  officials: number;
};

/** These units, by name, with how much each owns. */
export async function unitList(database: Queryable, units: readonly string[]): Promise<UnitLine[]> {
  const { rows } = await database.query<UnitLine>(
    `select unit.id, unit.name, unit.dir3, unit.seat, municipality.name as "seatName",
            (select count(*)::int from journey where unit_id = unit.id) as journeys,
            (select count(*)::int from audience where unit_id = unit.id) as audiences,
            (select count(*)::int from attribute where unit_id = unit.id) as attributes,
            (select count(*)::int from account where unit_id = unit.id) as accounts,
            (select count(distinct official_id)::int from official_role where unit_id = unit.id) as officials
     from unit left join municipality on municipality.code = unit.seat
     where unit.id = any($1::uuid[])
     order by unit.name, unit.id`,
    [units],
  );
  return rows;
}
