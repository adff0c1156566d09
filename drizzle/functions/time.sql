-- The SQL twin of engine/time: the same answers, proved equal in time.test.ts. Terms whose calendar is missing are null
-- (the crowd puts the member into attention); TypeScript says why.

-- A term asks for the days of a few scopes in a year; the primary key leads with the day.
create index if not exists holiday_scope_day on holiday (scope, day);

-- INE code of the autonomous community; provinces 01 to 52 in order, as in engine/time/provinces.json.
create or replace function cauce_community(municipality text) returns text
language sql immutable parallel safe as $$
  select case when municipality ~ '^\d{5}$' then (array[
    '16', '08', '10', '01', '07', '11', '04', '09', '07', '11', '01', '10', '08', '01', '12', '08', '09', '01',
    '08', '16', '01', '02', '01', '07', '09', '17', '12', '13', '01', '14', '15', '12', '03', '07', '05', '12',
    '07', '05', '06', '07', '01', '07', '09', '02', '08', '10', '07', '16', '07', '02', '18', '19'
  ])[left(municipality, 2)::int] end
$$;

create or replace function cauce_zone(municipality text) returns text
language sql immutable parallel safe as $$
  select case when left(municipality, 2) in ('35', '38') then 'Atlantic/Canary' else 'Europe/Madrid' end
$$;

-- Postgres takes the second occurrence of a repeated hour; ours is the first. A missing hour moves forward in both.
create or replace function cauce_local_instant(d date, t time, zone text) returns timestamptz
language sql stable parallel safe as $$
  select case
    when (((d + t) at time zone zone) - interval '1 hour') at time zone zone = d + t
    then ((d + t) at time zone zone) - interval '1 hour'
    else (d + t) at time zone zone
  end
$$;

create or replace function cauce_until_date(d date, offset_days int, t time, zone text) returns timestamptz
language sql stable parallel safe as $$
  select cauce_local_instant(d + offset_days, t, zone)
$$;

-- The holiday scopes of where the citizen lives and where the body sits; null if neither is known or one is no INE code.
create or replace function cauce_scopes(municipality text, seat text) returns text[]
language sql immutable parallel safe as $$
  select case when municipality is null and seat is null
                or (municipality is not null and cauce_community(municipality) is null)
                or (seat is not null and cauce_community(seat) is null) then null
    else array['ES'] || case when municipality is null then '{}'
                             else array['CCAA:' || cauce_community(municipality), 'INE:' || municipality] end
                     || case when seat is null or seat = municipality then '{}'
                             when cauce_community(seat) = cauce_community(municipality) then array['INE:' || seat]
                             else array['CCAA:' || cauce_community(seat), 'INE:' || seat] end
  end
$$;

-- The first working day from `first` on that completes `n` of them. Null if a year on the way has no calendar of the
-- country or of a community; the two local days of a municipality count where they are known.
create or replace function cauce_count_working_days(first date, n int, scopes text[]) returns date
language plpgsql stable parallel safe as $$
declare
  d date := first;
  left_to_count int := n;
  read_until date := first - 1;
  off date[];
  known bigint;
  needed int := (select count(*) from unnest(scopes) scope where scope not like 'INE:%');
begin
  if first is null or n is null or scopes is null then return null; end if;
  loop
    if d > read_until then
      read_until := make_date(date_part('year', d)::int, 12, 31);
      select array_agg(h.day) filter (where h.day >= first), count(distinct h.scope) filter (where h.scope not like 'INE:%')
        into off, known from holiday h
       where h.scope = any (scopes) and h.day between make_date(date_part('year', d)::int, 1, 1) and read_until;
      if known < needed then return null; end if;
    end if;
    if (d - date '1900-01-01') % 7 < 5 and (off is null or d <> all (off)) then -- 1 January 1900 was a Monday
      left_to_count := left_to_count - 1;
      if left_to_count <= 0 then return d; end if;
    end if;
    d := d + 1;
  end loop;
end
$$;

-- The last day of a term of working days counted from the day after `since` (art. 30.2 and 30.3 Ley 39/2015). It depends on
-- dates and places only: ask once per distinct (since, n, municipality, seat) of a page (about 0.07 ms each), not per member.
create or replace function cauce_working_day(since date, n int, municipality text, seat text) returns date
language sql stable parallel safe as $$
  select case when n between 1 and 1000 then cauce_count_working_days(since + 1, n, cauce_scopes(municipality, seat)) end
$$;

-- The instant at which such a term is over: the end of its last day where the citizen lives.
create or replace function cauce_add_working_days(starts timestamptz, n int, municipality text, seat text)
returns timestamptz language sql stable parallel safe as $$
  select cauce_local_instant(
    cauce_working_day((starts at time zone cauce_zone(coalesce(municipality, seat)))::date, n, municipality, seat) + 1,
    time '00:00', cauce_zone(coalesce(municipality, seat)))
$$;

-- A term in months (art. 30.4 and 30.5): same ordinal or last day of the month, rolled on to a working day.
create or replace function cauce_add_months(starts timestamptz, n int, municipality text, seat text)
returns timestamptz language sql stable parallel safe as $$
  select case when n between 1 and 120 then cauce_local_instant(
    cauce_count_working_days(
      ((starts at time zone cauce_zone(coalesce(municipality, seat)))::date + make_interval(months => n))::date,
      1, cauce_scopes(municipality, seat)) + 1,
    time '00:00', cauce_zone(coalesce(municipality, seat))) end
$$;

-- The first instant from `at` on inside the allowed hours; `weekdays` null is all of them, `scopes` null keeps holidays in.
create or replace function cauce_next_allowed(
  at timestamptz, zone text, from_time time, to_time time, weekdays int[], scopes text[] default null)
returns timestamptz language plpgsql stable parallel safe as $$
declare
  today date := (at at time zone zone)::date;
  overnight int := case when to_time > from_time then 0 else 1 end;
  opens timestamptz;
  closes timestamptz;
begin
  for ahead in -overnight .. 370 loop -- yesterday's window may still be open
    continue when weekdays is not null and (today + ahead - date '1900-01-01') % 7 + 1 <> all (weekdays);
    continue when scopes is not null
      and exists (select from holiday h where h.day = today + ahead and h.scope = any (scopes));
    opens := cauce_local_instant(today + ahead, from_time, zone);
    closes := cauce_local_instant(today + ahead + overnight, to_time, zone);
    if opens < closes and at < closes then return greatest(at, opens); end if;
  end loop;
  return null;
end
$$;

-- When work of some length begun at `starts` is due if only the allowed hours count; null if a year does not hold it.
create or replace function cauce_add_working_hours(
  starts timestamptz, length interval, zone text, from_time time, to_time time, weekdays int[], scopes text[] default null)
returns timestamptz language plpgsql stable parallel safe as $$
declare
  today date := (starts at time zone zone)::date;
  overnight int := case when to_time > from_time then 0 else 1 end;
  work interval := length;
  opens timestamptz;
  closes timestamptz;
begin
  for ahead in -overnight .. 370 loop
    continue when weekdays is not null and (today + ahead - date '1900-01-01') % 7 + 1 <> all (weekdays);
    continue when scopes is not null
      and exists (select from holiday h where h.day = today + ahead and h.scope = any (scopes));
    opens := greatest(starts, cauce_local_instant(today + ahead, from_time, zone));
    closes := cauce_local_instant(today + ahead + overnight, to_time, zone);
    continue when opens >= closes;
    if work <= closes - opens then return opens + work; end if;
    work := work - (closes - opens);
  end loop;
  return null;
end
$$;
