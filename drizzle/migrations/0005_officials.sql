-- Who works with Cauce. Identity is kept by better-auth (names of columns follow its fields); what an official may do is ours.
create table official (
  id uuid primary key default uuidv7(),
  name text not null,
  email text not null unique,                    -- lower case
  email_verified boolean not null default false,
  image text,
  locale text,                                   -- null: the browser's
  two_factor_enabled boolean not null default false,
  status text not null default 'active' check (status in ('active', 'blocked')),
  demonstration boolean not null default false,  -- invented: signs in by one click, and nowhere but in a demonstration
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table session (
  id uuid primary key default uuidv7(),
  official_id uuid not null references official on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,               -- its absolute limit
  ip_address text,
  user_agent text,
  method text not null default 'password',       -- how it began: password, passkey, totp, recovery, oidc, demonstration
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()  -- when its official was last active
);
create index session_official on session (official_id);

-- A way of signing in: a password's hash, or an identity of an OIDC provider.
create table credential (
  id uuid primary key default uuidv7(),
  official_id uuid not null references official on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credential_official on credential (official_id);

create table verification (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on verification (identifier);

create table two_factor (
  id uuid primary key default uuidv7(),
  official_id uuid not null unique references official on delete cascade,
  secret text not null,                          -- encrypted
  backup_codes text not null,                    -- encrypted
  verified boolean not null default true,        -- false: only the recovery codes count
  failed_verification_count int not null default 0,
  locked_until timestamptz
);

-- A key that an official holds. An approval is an assertion made with one of these over the hash of what is approved.
create table passkey (
  id uuid primary key default uuidv7(),
  official_id uuid not null references official on delete cascade,
  name text,
  public_key text not null,                      -- COSE, base64
  credential_id text not null unique,            -- base64url
  counter bigint not null default 0,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
create index passkey_official on passkey (official_id);

-- What an official may do, per unit: engine/office/permission.ts says what each role means.
create table official_role (
  official_id uuid not null references official on delete cascade,
  unit_id uuid not null references unit,
  role text not null,
  granted_by uuid references official,
  granted_at timestamptz not null default now(),
  primary key (official_id, unit_id, role)
);
create index official_role_unit on official_role (unit_id);
