-- Keys of programs: for which mode, how long, and with which secrets. Two are good while one replaces the other.
alter table api_key drop constraint api_key_mode_check;
alter table api_key add constraint api_key_mode_check check (mode in ('live', 'team', 'test'));
alter table api_key add column expires_at timestamptz not null default now() + interval '1 year';
create index api_key_unit on api_key (unit_id);

create table api_key_secret (
  hash text primary key,                         -- sha256 of the secret, hex
  key_id uuid not null references api_key on delete cascade,
  prefix text not null,                          -- what may be shown of it
  created_at timestamptz not null default now(),
  ends_at timestamptz,                           -- null while it is the newest
  used_at timestamptz                            -- written at most once a minute
);
create index api_key_secret_key on api_key_secret (key_id);
insert into api_key_secret (hash, key_id, prefix, created_at) select hash, id, 'cauce_' || mode || '_…', created_at from api_key;
alter table api_key drop column hash;

-- Addresses of the team itself: the only ones that a team key reaches, once whoever has them has proved it.
create table team_address (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  address text not null,                         -- E.164, or an e-mail address in lower case
  channel text not null check (channel in ('sms', 'email')),
  added_at timestamptz not null default now(),
  code_hash text,                                -- sha256 of the code that was sent to it
  code_sent_at timestamptz,
  tries int not null default 0,
  verified_at timestamptz,
  unique (unit_id, address)
);

-- A run that a team key launched: its messages reach the team's addresses and no other.
alter table run add column team boolean not null default false;
