-- A citizen's place in [0, 1) for a split: the first four bytes of sha256, as engine/bucket.ts takes them.
create or replace function cauce_bucket(key text) returns float8
language sql immutable parallel safe as $$
  select (get_byte(h, 0)::bigint * 16777216 + get_byte(h, 1) * 65536 + get_byte(h, 2) * 256 + get_byte(h, 3)) / 4294967296.0::float8
  from sha256(convert_to(key, 'UTF8')) as h
$$;
