import provinceNames from '#engine/time/province-names.json' with { type: 'json' };
import type { Queryable } from '../database.ts';

export type Place = { code: string; name: string; province: string };

/** Municipalities whose name, or a word of it, begins like this, accents and case forgiven; the shortest names first. */
export async function findPlaces(database: Queryable, written: string, limit = 12): Promise<Place[]> {
  const { rows } = await database.query<{ code: string; name: string }>(
    `select code, name from municipality
     where ' ' || translate(cauce_fold(name), '/-''’()', '      ') like '% ' || replace(replace(cauce_fold($1), '%', ''), '_', '') || '%'
     order by length(name), name limit $2`,
    [written.trim(), limit],
  );
  return rows.map(named);
}

/** The names of these municipalities, by their codes; codes nobody knows are left out. */
export async function placeNames(database: Queryable, codes: readonly string[]): Promise<Record<string, string>> {
  if (codes.length === 0) return {};
  const { rows } = await database.query<{ code: string; name: string }>(
    'select code, name from municipality where code = any($1::text[])',
    [codes],
  );
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
}

const provinces: Record<string, string> = provinceNames;
const named = ({ code, name }: { code: string; name: string }): Place => ({
  code,
  name,
  province: provinces[code.slice(0, 2)] ?? '',
});
