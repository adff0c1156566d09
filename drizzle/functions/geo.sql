-- The SQL twin of engine/geo: the same answers, proved equal in geo.test.ts away from a rim of a billionth of a degree.

-- Coordinates grow a millionfold because Postgres compares geometry with a tolerance of 1e-6.
-- As an immutable function of a constant it is worked out once per plan, not once per row.
create or replace function cauce_ring(ring float8[]) returns polygon
language sql immutable strict parallel safe as $$
  select ('(' || string_agg('(' || ring[i] * 1e6 || ',' || ring[i + 1] * 1e6 || ')', ',' order by i) || ')')::polygon
    from generate_series(1, cardinality(ring) - 1, 2) i
$$;

-- Whether a place lies in a ring (lat1, lon1, lat2, lon2, …), its line included: the box first, then the polygon.
create or replace function cauce_in_polygon(lat float8, lon float8, ring float8[]) returns boolean
language sql immutable parallel safe as $$
  select box(cauce_ring(ring)) @> point(lat * 1e6, lon * 1e6) and cauce_ring(ring) @> point(lat * 1e6, lon * 1e6)
$$;

-- Great-circle kilometres (haversine on the mean radius of the Earth).
create or replace function cauce_km(lat1 float8, lon1 float8, lat2 float8, lon2 float8) returns float8
language sql immutable parallel safe as $$
  select 2 * 6371.0088 * asin(sqrt(least(1, power(sin(radians(lat2 - lat1) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2))))
$$;
