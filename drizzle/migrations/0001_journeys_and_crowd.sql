create table journey (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  slug text not null,
  title text not null,
  draft jsonb not null,
  updated_at timestamptz not null default now(),
  unique (unit_id, slug)
);

create table revision (
  id uuid primary key default uuidv7(),
  journey_id uuid not null references journey,
  n int not null,
  document jsonb not null,                       -- the journey as published
  compiled jsonb not null,                       -- machine, readings, delays, listens (engine/compile.ts)
  hash text not null,
  compiler int not null,
  created_at timestamptz not null default now(),
  unique (journey_id, n)
);

create table run (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  journey_id uuid not null references journey,
  revision_id uuid not null references revision,
  kind text not null check (kind in ('launched', 'standing')),
  mode text not null check (mode in ('live', 'drill')),
  lane smallint not null default 1,              -- 0 emergency, 1 service, 2 bulk
  status text not null default 'approved'
    check (status in ('waiting', 'approved', 'enrolling', 'open', 'stopping', 'stopped', 'finished', 'refused')),
  paused_at timestamptz,                         -- on the run's clock; null when not paused
  audience jsonb,
  event jsonb,                                   -- what started it: area, warning, launch note
  clock_at timestamptz,                          -- a drill's own time; null: the real clock
  clock_scale float8 not null default 1,
  clock_ticked_at timestamptz,
  expires_at timestamptz,
  enrol_cursor uuid,
  enrolled int not null default 0,
  created_at timestamptz not null default now(),
  launched_at timestamptz,
  first_handed_at timestamptz,
  finished_at timestamptz
);
create index run_open on run (status) where status in ('approved', 'enrolling', 'open', 'stopping');

create table partition (
  id int generated always as identity primary key,
  run_id uuid not null references run,
  k int not null,
  lane smallint not null,
  members int not null default 0,
  gone int not null default 0,                    -- members who finished or were stopped
  open boolean not null default true,            -- false once enrolment filled it and nobody is left inside
  filled boolean not null default false,
  next_due_at timestamptz,                       -- on the run's clock: no member is due before; null when none will be
  resumed_for timestamptz,                       -- the pause whose length this partition's durations were moved by
  unique (run_id, k)
);
create index partition_open on partition (lane, id) where open;

create table member (
  id uuid primary key default uuidv7(),
  run_id uuid not null,
  partition_id int not null,
  journey_id uuid not null,
  citizen_id uuid not null,
  entry_key text not null default '',
  status text not null default 'active' check (status in ('active', 'attention', 'finished', 'stopped')),
  state text not null default 'enter',
  vars jsonb not null default '{}',
  timers jsonb not null default '{}',            -- timer name -> due time, epoch milliseconds
  visits jsonb not null default '{}',            -- node -> times entered
  due_at timestamptz,
  seq int not null default 0,
  outcome text,
  event jsonb,                                   -- what brought this citizen in, where entries differ within a run
  entered_at timestamptz not null,
  unique (citizen_id, journey_id, entry_key)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0.1);
-- No index on what a move changes, so that moves stay inside their page (HOT): a partition's members are read together,
-- and the partition itself knows when the first of them is due.
create index member_partition on member (partition_id);

create table decision (
  id int generated always as identity primary key,
  machine text not null,                         -- hash of the compiled machine
  xstate text not null,
  state text not null,
  event text not null,
  holds text not null,                           -- the rules that were read and their values: 'a=1 b=0'
  next text not null,
  effects jsonb not null,
  unique (machine, xstate, state, event, holds)
);

create table log (
  member_id uuid not null,
  seq int not null,
  run_id uuid not null,
  at timestamptz not null,                       -- on the run's clock
  decision_id int,                               -- null: something that moved nobody; see note
  note text,
  data jsonb,
  primary key (member_id, seq)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

create table attention (
  member_id uuid primary key,
  run_id uuid not null,
  partition_id int not null,
  reason text not null,
  detail text,
  at timestamptz not null default now()
);
create index attention_run on attention (run_id, reason);

-- Kept in the transaction that changes what they count; shards keep writers out of each other's way. Read by summing.
create table counter (
  run_id uuid not null,
  name text not null,                            -- 'state:n2.sms', 'outcome:reached', 'message:sms:delivered', 'held:quiet-hours', 'task:open'
  shard smallint not null,
  n bigint not null default 0,
  primary key (run_id, name, shard)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

-- What is waiting to be decided. A row leaves when it is consumed; the log keeps what happened.
create table inbox (
  id bigint generated always as identity,
  partition_id int not null default 0,           -- 0: nobody's yet, or parked with a member in attention
  member_id uuid not null default '00000000-0000-0000-0000-000000000000',
  type text not null,                            -- what decide is told: 'receipt.n2.sms.delivered', 'event.<type>', 'attribute.changed', 'task.n5.done' ...
  message_id uuid,
  node text,
  visit int,                                     -- an event of an older visit moves nobody
  data jsonb,
  at timestamptz not null,                       -- on the run's clock
  received_at timestamptz not null default now(),
  primary key (partition_id, member_id, id)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

create table event (
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  source text not null,
  event_id text not null,
  type text not null,
  citizen_id uuid,
  data jsonb not null default '{}',
  mode text not null default 'live' check (mode in ('live', 'drill')),
  time timestamptz not null,
  received_at timestamptz not null default now(),
  absorbed_at timestamptz,
  unique (unit_id, source, event_id)
);
create index event_pending on event (id) where absorbed_at is null;
create index event_citizen on event (citizen_id, type) where citizen_id is not null;

create table warning (                           -- a CAP alert received
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  sender text not null,
  identifier text not null,
  sent timestamptz not null,
  warning_key text not null,                     -- the root of its chain
  document jsonb not null,
  verdict text not null,
  received_at timestamptz not null default now(),
  unique (unit_id, sender, identifier, sent)
);
create index warning_chain on warning (unit_id, warning_key);
