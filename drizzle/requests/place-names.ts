import type { Place } from '#engine/office/places-of.ts';
import provinceNames from '#engine/time/province-names.json' with { type: 'json' };
import type { Queryable } from '../database.ts';

const provinces: Record<string, string> = provinceNames;

/** What a place is called: a municipality or province by its name, a circle by the municipality nearest to its centre. */
export type NamedPlace = Place & { called: string };

/** Gives places their names; one that nobody knows keeps its code. */
export async function placeNames(database: Queryable, places: readonly Place[]): Promise<NamedPlace[]> {
  const codes = places.flatMap((place) => (place.is === 'municipality' ? [place.code] : []));
  const circles = places.flatMap((place, at) =>
    place.is === 'circle' ? [{ at, lat: place.lat, lon: place.lon }] : [],
  );
  const { rows } = await database.query<{ key: string; name: string }>(
    `select code as key, name from municipality where code = any($1)
     union all
     select 'circle ' || c.at, near.name from jsonb_to_recordset($2) as c(at int, lat float8, lon float8)
     cross join lateral (
       select name from municipality m order by (m.lat - c.lat) ^ 2 + ((m.lon - c.lon) * cosd(c.lat)) ^ 2 limit 1) near`,
    [codes, JSON.stringify(circles)],
  );
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  return places.map((place, at) => ({
    ...place,
    called:
      place.is === 'municipality'
        ? (names.get(place.code) ?? place.code)
        : place.is === 'province'
          ? (provinces[place.code] ?? place.code)
          : place.is === 'circle'
            ? (names.get(`circle ${at}`) ?? '')
            : place.is === 'area-of-event'
              ? place.name
              : '',
  }));
}
