-- Other systems that are told what happens here, after Standard Webhooks (drizzle/webhooks/README.md).
create table webhook (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  name text not null,
  url text not null,
  reach text not null default 'live' check (reach in ('live', 'sandbox')),  -- sandbox: this machine only
  hears text not null default 'live' check (hears in ('live', 'drill')),
  events text[] not null,
  citizen_refs boolean not null default false,   -- the unit allows the administration's own identifiers of people
  secret text not null,                          -- whsec_…: signing needs it in the clear
  old_secret text,                               -- signs too while it is being replaced
  old_secret_ends_at timestamptz,
  status text not null default 'active' check (status in ('active', 'disabled')),
  disabled_why text,                             -- 'failing', 'gone' (the receiver answered 410) or 'official'
  failing_since timestamptz,                     -- null since the last delivery that was taken
  created_at timestamptz not null default now()
);
create index webhook_unit on webhook (unit_id);

create table webhook_event (
  id uuid primary key default uuidv7(),
  unit_id uuid not null,
  type text not null,                            -- engine/office/webhook-events.ts says what each tells
  hears text not null,
  data jsonb not null,
  at timestamptz not null default clock_timestamp()
);
create index webhook_event_at on webhook_event (at);

create table webhook_delivery (
  webhook_id uuid not null references webhook on delete cascade,
  event_id uuid not null references webhook_event on delete cascade,
  status text not null default 'queued' check (status in ('queued', 'delivered', 'given-up')),
  attempts int not null default 0,
  next_at timestamptz not null default clock_timestamp(),  -- while being delivered: until when nobody else tries
  answered int,                                  -- HTTP status of the last try; null when there was no answer
  problem text,
  tried_at timestamptz,
  primary key (webhook_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_at) where status = 'queued';
create index webhook_delivery_event on webhook_delivery (event_id);

-- What was told last of how many people came to each outcome of a run.
create table webhook_told (
  run_id uuid not null,
  name text not null,
  n bigint not null,
  primary key (run_id, name)
);

-- What happens is announced where it is written, so that no way of doing it can forget to. The functions are in
-- functions/webhook.sql; nothing is written while nobody listens.
create function cauce_run_changed() returns trigger language plpgsql as $$ begin return null; end $$;
create function cauce_tasks_opened() returns trigger language plpgsql as $$ begin return null; end $$;
create function cauce_tasks_closed() returns trigger language plpgsql as $$ begin return null; end $$;
create function cauce_warning_received() returns trigger language plpgsql as $$ begin return null; end $$;
create function cauce_account_changed() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger run_announced after insert or update of status, paused_at on run
  for each row execute function cauce_run_changed();
create trigger task_opened_announced after insert on task
  referencing new table as opened for each statement execute function cauce_tasks_opened();
create trigger task_done_announced after update on task
  referencing old table as before new table as after for each statement execute function cauce_tasks_closed();
create trigger warning_announced after insert on warning
  for each row execute function cauce_warning_received();
create trigger account_announced after update of status on account
  for each row execute function cauce_account_changed();
