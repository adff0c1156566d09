-- Who the administration is, who the citizens are, and what may be known of them.
create table unit (
  id uuid primary key default uuidv7(),
  name text not null,
  dir3 text,
  seat text not null default '28079',            -- INE code of the municipality where the body has its seat
  created_at timestamptz not null default now()
);

create table citizen (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  ref text,                                      -- the administration's own identifier
  kind text not null default 'person' check (kind in ('person', 'business')),
  given_name text,
  family_name text,
  legal_name text,
  birth_date date,
  sex text,
  language text not null default 'es',
  municipality text,                             -- INE code, five digits
  zone text not null default 'Europe/Madrid',    -- IANA zone of the municipality
  lat float8,
  lon float8,
  h3 bigint,
  mobile text,                                   -- E.164
  landline text,
  email text,
  push_token text,
  postal_address text,
  consents text[] not null default '{}',         -- channels consented to, where a class needs consent
  blocked text[] not null default '{}',          -- channels that must not be used: bounced, refused
  representative_id uuid,
  carer_id uuid,
  household_id uuid,
  lives_alone boolean,
  needs text[] not null default '{}',
  protected boolean not null default false,
  deceased boolean not null default false,
  minor boolean not null default false,
  represented boolean not null default false,
  attributes jsonb not null default '{}',        -- catalogued attributes by name
  sources jsonb not null default '{}',           -- attribute name -> {source, at}
  updated_at timestamptz not null default now(),
  unique (unit_id, ref)
);
create index citizen_municipality on citizen (municipality);
create index citizen_mobile on citizen (mobile) where mobile is not null;
create index citizen_landline on citizen (landline) where landline is not null;
create index citizen_email on citizen (email) where email is not null;
create index citizen_representative on citizen (representative_id) where representative_id is not null;
create index citizen_carer on citizen (carer_id) where carer_id is not null;
create index citizen_place on citizen (lat, lon) where lat is not null;

create table attribute (
  unit_id uuid not null references unit,
  name text not null,
  type text not null,
  title jsonb not null default '{}',
  source text,
  basis text,
  norm text,
  freshness_days int,
  primary key (unit_id, name)
);

create table audience (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  slug text not null,
  name text not null,
  rule jsonb not null,
  counted int,
  counted_at timestamptz,
  unique (unit_id, slug)
);

create table municipality (
  code text primary key,                         -- INE, five digits
  name text not null,
  province text not null,
  ccaa text not null,
  lat float8 not null,
  lon float8 not null
);

create table holiday (
  day date not null,
  scope text not null,                           -- 'ES', 'CCAA:10', 'INE:46118'
  name text not null,
  primary key (day, scope)
);

create table api_key (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  name text not null,
  hash text not null unique,                     -- sha256 of the key, hex
  scopes text[] not null,
  mode text not null default 'live' check (mode in ('live', 'test')),
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

create table setting (
  key text primary key,
  value jsonb not null
);
