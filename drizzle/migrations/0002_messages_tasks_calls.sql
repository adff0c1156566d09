create table account (
  id int generated always as identity primary key,
  unit_id uuid not null references unit,
  slug text not null,
  name text not null,
  channel text not null,
  adapter text not null,
  mode text not null check (mode in ('live', 'sandbox')),
  settings jsonb not null default '{}',
  secret text,
  sender text,
  rate int,                                      -- messages per second; null: as fast as it takes them
  weight int not null default 50,
  rest_weight int not null default 50,
  weighed_at timestamptz,
  valid_from date,
  valid_to date,
  status text not null default 'active' check (status in ('active', 'paused', 'down')),
  tokens float8 not null default 0,
  tokens_at timestamptz not null default now(),
  cents_per_part numeric(8, 4) not null default 0,
  unique (unit_id, slug)
);

-- "Only rises": a later status never gives way to an earlier one, so 'failed' never overwrites 'delivered'.
create type message_status as enum
  ('queued', 'claimed', 'uncertain', 'accepted', 'withdrawn', 'expired', 'failed', 'delivered', 'read', 'replied');

create table message (
  id uuid primary key,                           -- cauce_message_id(member, node, visit, rung): the key is the identity
  run_id uuid not null,
  partition_id int not null,
  member_id uuid not null,
  citizen_id uuid not null,
  node text not null,
  visit int not null,
  rung text not null,
  channel text not null,
  to_carer boolean not null default false,
  account_id int not null,
  lane smallint not null,
  class text not null,
  status message_status not null default 'queued',
  reason text,
  not_before timestamptz not null,               -- on the run's clock; later than queued_at while held
  expires_at timestamptz,
  reference text,
  queued_at timestamptz not null,
  accepted_at timestamptz,
  done_at timestamptz
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
-- No index names a status, so that every rise of it stays inside its page (HOT). What may be claimed stands in `outbox`.
create index message_reference on message (account_id, reference) where reference is not null;

-- What may be claimed: one narrow row per queued message, in the order of leaving. A claim takes rows away and holds their
-- ids until the provider's answer is recorded; a withdrawal finds its row here, or the message has left.
create table outbox (
  account_id int not null,
  lane smallint not null,
  run_id uuid not null,
  not_before timestamptz not null,
  message_id uuid not null,
  primary key (account_id, lane, run_id, not_before, message_id)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

create table claim (
  id uuid primary key default uuidv7(),
  account_id int not null,
  run_id uuid not null,
  message_ids uuid[] not null,
  lease_until timestamptz not null,
  uncertain boolean not null default false       -- may have left; nobody knows yet
);
create index claim_run on claim (run_id);

create table contact_cap (
  citizen_id uuid not null,
  day date not null,
  scope text not null,                           -- '' for all journeys, else the journey's id
  n int not null,
  primary key (citizen_id, day, scope)
);

create table reply (
  id uuid primary key default uuidv7(),
  account_id int not null,
  address text not null,
  text text not null,
  at timestamptz not null,
  reference text,
  member_id uuid,
  answer text,
  received_at timestamptz not null default now()
);
create index reply_unmatched on reply (received_at) where member_id is null;

create table task (
  id uuid primary key,
  run_id uuid not null,
  partition_id int not null,
  member_id uuid not null,
  citizen_id uuid not null,
  node text not null,
  visit int not null,
  skill text not null,
  title text not null,
  detail jsonb not null default '{}',
  due_at timestamptz,
  status text not null default 'open' check (status in ('open', 'done', 'cancelled')),
  outcome text,
  created_at timestamptz not null,
  done_at timestamptz
);
create index task_open on task (run_id, due_at) where status = 'open';
create index task_member on task (member_id);

create table endpoint (
  id int generated always as identity primary key,
  unit_id uuid not null references unit,
  slug text not null,
  url text not null,
  mode text not null check (mode in ('live', 'sandbox')),
  headers jsonb not null default '{}',
  rate int,
  open_until timestamptz,                        -- circuit breaker
  failures int not null default 0,
  unique (unit_id, slug)
);

create table call (
  id uuid primary key,
  run_id uuid not null,
  partition_id int not null,
  member_id uuid not null,
  citizen_id uuid not null,
  node text not null,
  visit int not null,
  endpoint_id int not null,
  status text not null default 'queued' check (status in ('queued', 'claimed', 'done', 'failed', 'withdrawn')),
  attempts int not null default 0,
  not_before timestamptz,
  lease_until timestamptz,
  created_at timestamptz not null
);
create index call_pending on call (endpoint_id, id) where status = 'queued';
create index call_claimed on call (lease_until) where status = 'claimed';

create table import (
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  name text not null,
  status text not null default 'running',
  rows int not null default 0,
  refused int not null default 0,
  errors_path text,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
