import type { Queryable } from '../database.ts';

export type FoundMunicipality = { code: string; name: string; province: string };

/** Municipalities whose name begins with what was typed, then those that hold it; accents and case forgiven, twelve at most. */
export async function findMunicipalities(database: Queryable, typed: string): Promise<FoundMunicipality[]> {
  const { rows } = await database.query<FoundMunicipality>(
    `select code, name, province from municipality, (select cauce_fold($1) as typed) t
     where cauce_fold(name) like '%' || t.typed || '%'
     order by not starts_with(cauce_fold(name), t.typed), length(name), name limit 12`,
    [typed.replaceAll(/[%_\\]/g, ' ').trim()],
  );
  return rows;
}

/** Those with these codes, in their order. */
export async function municipalitiesCalled(
  database: Queryable,
  codes: readonly string[],
): Promise<FoundMunicipality[]> {
  const { rows } = await database.query<FoundMunicipality>(
    'select code, name, province from municipality where code = any($1) order by array_position($1, code)',
    [codes],
  );
  return rows;
}
