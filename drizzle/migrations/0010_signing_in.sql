-- How often something was tried lately: sign-ins per account and per address. Kept here, so that it holds across restarts
-- and processes.
create table attempt (
  key text primary key,                          -- what is counted, hashed where it would name somebody
  n int not null default 1,
  since timestamptz not null default now()
);
create index attempt_since on attempt (since);

-- An address that works once: the first administrator's, a new official's, or of whoever lost their way in.
create table invitation (
  hash text primary key,                         -- sha256 of what stands in the address, hex
  official_id uuid references official on delete cascade,   -- null: makes the first administrator
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);

-- A role that an identity provider's claims gave goes when they no longer give it.
alter table official_role add column source text not null default 'cauce' check (source in ('cauce', 'oidc'));

-- What takes two people: asked for by one, confirmed by another, or by the same with a recovery code where there is no other.
create table change (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  kind text not null,                            -- 'official.grant', 'unit.edit' ...: app/changes/ says what each does
  detail jsonb not null,
  reason text not null,
  asked_by uuid not null references official,
  asked_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'rejected', 'withdrawn', 'expired')),
  decided_by uuid references official,
  decided_at timestamptz,
  alone boolean not null default false,          -- confirmed by whoever asked, with a recovery code
  check (state <> 'confirmed' or decided_by <> asked_by or alone)
);
create index change_waiting on change (unit_id, asked_at) where state = 'waiting';
