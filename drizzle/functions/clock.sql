-- A run's own time: the real clock, or the clock of its drill. Whole milliseconds, so that JavaScript agrees.
create or replace function cauce_now(drill_clock timestamptz) returns timestamptz
language sql volatile parallel safe as $$ select date_trunc('milliseconds', coalesce(drill_clock, clock_timestamp())) $$;

create or replace function cauce_ms(at timestamptz) returns bigint
language sql immutable parallel safe as $$ select round(extract(epoch from at) * 1000)::bigint $$;

create or replace function cauce_at(ms bigint) returns timestamptz
language sql immutable parallel safe as $$ select to_timestamp(ms / 1000.0) $$;

-- The earliest of a member's timers.
create or replace function cauce_due(timers jsonb) returns timestamptz
language sql immutable parallel safe as $$
  select to_timestamp(min(value::bigint) / 1000.0) from jsonb_each_text(timers)
$$;

-- A timer that cannot be computed (no calendar for that year, no such date) is a matter for a person, never for silence.
create or replace function cauce_known(at bigint, timer text) returns bigint
language plpgsql immutable parallel safe as $$
begin
  if at is null then raise exception 'no due time can be computed for %', timer using errcode = 'P0001'; end if;
  return at;
end
$$;
