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
    when 'number' then case when pg_input_is_valid(value #>> '{}', 'float8') then (value #>> '{}')::float8 end
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

create or replace function cauce_within(lat float8, lon float8, centre_lat float8, centre_lon float8, km float8) returns boolean
language sql immutable parallel safe as $$
  select case when lat between -90 and 90 and lon between -180 and 180
    and centre_lat between -90 and 90 and centre_lon between -180 and 180
    then cauce_km(lat, lon, centre_lat, centre_lon) <= km end
$$;

-- The ring is lat1, lon1, lat2, lon2, …, open or closed.
create or replace function cauce_inside(lat float8, lon float8, ring float8[]) returns boolean
language sql immutable parallel safe as $$
  select case when lat between -90 and 90 and lon between -180 and 180 then cauce_in_polygon(lat, lon, ring) end
$$;

-- The elements of the list an object holds under a key; none when there is no such list.
create or replace function cauce_elements(value jsonb, key text) returns setof jsonb
language sql immutable parallel safe as $$
  select * from jsonb_array_elements(case when jsonb_typeof(value -> key) = 'array' then value -> key else '[]' end)
$$;

-- The readable rings of an area. Immutable, so that an area bound once is read once and not for each citizen.
create or replace function cauce_rings(area jsonb) returns polygon[]
language sql immutable parallel safe as $$
  select array_agg(cauce_ring(ring)) from (
    select array_agg(cauce_number(degrees) order by at, coordinate)
    from cauce_elements(area, 'polygons') with ordinality as polygons (polygon, number),
      cauce_elements(jsonb_build_object('points', polygon), 'points') with ordinality as points (point, at),
      cauce_elements(jsonb_build_object('degrees', point), 'degrees') with ordinality as pairs (degrees, coordinate)
    where jsonb_typeof(polygon) = 'array' and not exists (
      select from jsonb_array_elements(polygon) p
      where case when jsonb_typeof(p) = 'array' and jsonb_array_length(p) = 2
        then cauce_number(p -> 0) is null or cauce_number(p -> 1) is null else true end
    )
    group by number
    having count(*) >= 6
  ) as rings (ring)
$$;

-- Twin of insideArea in engine/rule/place.ts. Never null.
create or replace function cauce_in_area(lat float8, lon float8, municipality text, area jsonb, rings polygon[])
returns boolean language sql immutable parallel safe as $$
  select coalesce(jsonb_typeof(area -> 'municipalities') = 'array' and (area -> 'municipalities') ? municipality, false)
    or lat between -90 and 90 and lon between -180 and 180 and exists (
      -- millionths of a degree, as cauce_ring has them
      select from unnest(rings) ring where box(ring) @> point(lat * 1e6, lon * 1e6) and ring @> point(lat * 1e6, lon * 1e6)
    )
    or exists (
      select from cauce_elements(area, 'circles') circle
      where jsonb_typeof(circle) = 'object' and cauce_within(
        lat, lon, cauce_number(circle -> 'lat'), cauce_number(circle -> 'lon'), cauce_number(circle -> 'km'))
    )
$$;
