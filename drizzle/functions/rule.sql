-- What rules need to read values in SQL exactly as engine/rule reads them in memory. Whatever cannot be read is null.
-- Everything is plain SQL so that Postgres can inline it, and casts stand behind pg_input_is_valid or a pattern.

-- Twin of engine/rule/fold.ts. Plain ASCII, the usual case, skips the normalization.
create or replace function cauce_fold(value text) returns text
language sql immutable parallel safe as $$
  select case when octet_length(value) = length(value) then lower(value collate "pg_c_utf8")
    else translate(lower(regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g') collate "pg_c_utf8"), 'ς', 'σ')
  end
$$;

create or replace function cauce_text(value jsonb) returns text
language sql immutable parallel safe as $$
  select case when jsonb_typeof(value) = 'string' then value #>> '{}' end
$$;

-- Twin of engine/rule/read-number.ts.
create or replace function cauce_number(value jsonb) returns float8
language sql stable parallel safe as $$
  select case jsonb_typeof(value)
    -- The cast stands outside its guard, or the planner would try it on a constant before asking.
    when 'number' then (case when pg_input_is_valid(value #>> '{}', 'float8') then value #>> '{}' end)::float8
    when 'string' then
      case when value #>> '{}' ~ '^-?[0-9]{1,15}(?:[.][0-9]{1,15})?$' then (value #>> '{}')::float8 end
  end
$$;

-- Twin of knownZone in engine/rule/day.ts; the zones of Spain need no look-up.
create or replace function cauce_known_zone(zone text, otherwise text) returns text
language sql stable parallel safe as $$
  select case
    when zone in ('Europe/Madrid', 'Atlantic/Canary', 'Africa/Ceuta', 'UTC') then zone
    when zone ~ '^[A-Za-z_]+(?:/[A-Za-z_-]+)+$' and pg_input_is_valid('2000-01-01 00:00 ' || zone, 'timestamptz') then zone
    else otherwise
  end
$$;

-- Twin of readDay in engine/rule/day.ts; `zone` must be a known one.
create or replace function cauce_date(value jsonb, zone text) returns date
language sql stable parallel safe as $$
  select case
    when jsonb_typeof(value) <> 'string' then null
    when not pg_input_is_valid(left(value #>> '{}', 10), 'date') then null
    when value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then (value #>> '{}')::date
    when value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:[.][0-9]{1,9})?$'
      then left(value #>> '{}', 10)::date
    when value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:[.][0-9]{1,9})?(?:[Zz]|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])$'
      then (regexp_replace(upper(value #>> '{}'), '[.][0-9]+', '')::timestamptz at time zone zone)::date
  end
$$;

-- Twin of isAged in engine/rule/day.ts: born on 29 February, of age on the 28th in other years.
create or replace function cauce_aged(birth date, low int, high int, today date) returns boolean
language sql immutable parallel safe as $$
  select (birth + make_interval(years => low))::date <= today and (birth + make_interval(years => high + 1))::date > today
$$;

-- Whether a list holds one of these folded texts.
create or replace function cauce_list_has(value jsonb, folded text[]) returns boolean
language sql immutable parallel safe as $$
  select exists (
    select from jsonb_array_elements(case when jsonb_typeof(value) = 'array' then value else '[]' end) item
    where jsonb_typeof(item) = 'string' and cauce_fold(item #>> '{}') = any (folded)
  )
$$;

-- The INE code a value tells: twin of municipalityOf in engine/rule/place.ts.
create or replace function cauce_municipality(value jsonb) returns text
language sql immutable parallel safe as $$
  select case when found ~ '^[0-9]{5}$' then found end
  from (select cauce_text(case jsonb_typeof(value) when 'object' then value -> 'municipality' else value end)) as told (found)
$$;

-- Never null.
create or replace function cauce_within(lat float8, lon float8, centre_lat float8, centre_lon float8, km float8) returns boolean
language sql immutable parallel safe as $$
  select case when lat between -90 and 90 and lon between -180 and 180
    and centre_lat between -90 and 90 and centre_lon between -180 and 180
    then coalesce(cauce_km(lat, lon, centre_lat, centre_lon) <= km, false) else false end
$$;

-- Never null. The ring is lat1, lon1, lat2, lon2, …, open or closed.
create or replace function cauce_inside(lat float8, lon float8, ring float8[]) returns boolean
language sql immutable parallel safe as $$
  select case when lat between -90 and 90 and lon between -180 and 180 then cauce_in_polygon(lat, lon, ring) else false end
$$;

-- The elements of the list an object holds under a key; none when there is no such list.
create or replace function cauce_elements(value jsonb, key text) returns setof jsonb
language sql immutable parallel safe as $$
  select * from jsonb_array_elements(case when jsonb_typeof(value -> key) = 'array' then value -> key else '[]' end)
$$;

-- An event's area is read once by the three functions below, and each citizen is then asked with cauce_in_area: twins of
-- insideArea in engine/rule/place.ts. What cannot be read holds nobody.
create or replace function cauce_area_municipalities(area jsonb) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(code #>> '{}'), '{}') from cauce_elements(area, 'municipalities') code where cauce_municipality(code) = code #>> '{}'
$$;

-- Rings of [lat, lon] in millionths of a degree, as cauce_ring has them. Postgres reads the text of a whole ring at once,
-- a hundred times quicker than number by number.
create or replace function cauce_area_rings(area jsonb) returns polygon[]
language sql immutable parallel safe as $$
  select array_agg(polygon(path(case
    when told ~ '^\[(?:\[-?[0-9]{1,3}(?:[.][0-9]+)?, -?[0-9]{1,3}(?:[.][0-9]+)?\](?:, )?){3,}\]$'
      and pg_input_is_valid(translate(told, '[]', '()'), 'path')
    then translate(told, '[]', '()') end) * point(1e6, 0)))
  from (select ring::text from cauce_elements(area, 'polygons') ring) as rings (told)
$$;

-- lat, lon and km of each circle, one after the other.
create or replace function cauce_area_circles(area jsonb) returns float8[]
language sql immutable parallel safe as $$
  select array_agg(number order by at, part)
  from cauce_elements(area, 'circles') with ordinality as circles (circle, at),
    lateral (values (1, cauce_number(circle -> 'lat')), (2, cauce_number(circle -> 'lon')), (3, cauce_number(circle -> 'km'))) as parts (part, number)
  where jsonb_typeof(circle) = 'object' and cauce_number(circle -> 'lat') between -90 and 90
    and cauce_number(circle -> 'lon') between -180 and 180 and cauce_number(circle -> 'km') is not null
$$;

-- South, north, west and east of rings and circles together; a box that holds nothing where there are none.
create or replace function cauce_area_box(rings polygon[], circles float8[]) returns float8[]
language sql immutable parallel safe as $$
  select array[coalesce(min(south), 1), coalesce(max(north), 0), coalesce(min(west), 1), coalesce(max(east), 0)]
  from (
    select (b[1])[0] / 1e6 - 1e-9, (b[0])[0] / 1e6 + 1e-9, (b[1])[1] / 1e6 - 1e-9, (b[0])[1] / 1e6 + 1e-9
    from (select box(ring) from unnest(rings) ring) as boxes (b)
    union all
    -- a degree is never shorter than 110 km northwards; eastwards it shrinks, and near the poles all longitudes are near
    select lat - up, lat + up, lon - across, lon + across
    from generate_series(1, cardinality(circles), 3) i,
      lateral (select circles[i], circles[i + 1], greatest(circles[i + 2], 0) / 110) as circle (lat, lon, up),
      lateral (select cosd(least(abs(lat) + up, 90))) as parallel (width),
      lateral (select case when width < 0.02 then 360 else up / width end) as reach (across)
  ) as shapes (south, north, west, east)
$$;

create or replace function cauce_in_area(
  lat float8, lon float8, municipality text, municipalities text[], rings polygon[], circles float8[]
) returns boolean
language plpgsql immutable parallel safe as $$
declare
  place point;
  ring polygon;
begin
  if municipality = any (municipalities) then return true; end if;
  if (lat between -90 and 90 and lon between -180 and 180) is not true then return false; end if;
  place := point(lat * 1e6, lon * 1e6);
  if rings is not null then
    foreach ring in array rings loop
      if box(ring) @> place and ring @> place then return true; end if;
    end loop;
  end if;
  for i in 1 .. coalesce(cardinality(circles), 0) by 3 loop
    if cauce_km(lat, lon, circles[i], circles[i + 1]) <= circles[i + 2] then return true; end if;
  end loop;
  return false;
end
$$;
