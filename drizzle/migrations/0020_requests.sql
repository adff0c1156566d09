-- Nobody messages a population alone. What is asked for stands in `request`, frozen to the letter; who signed it, in `approval`.
alter table unit
  add column request_above int not null default 500 check (request_above >= 0), -- a live launch to more people needs a second person
  add column summons jsonb not null default '{}';                               -- engine/office/summons.ts: how soon who is called

create table request (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  what text not null check (what in ('launch', 'publish')),
  status text not null default 'draft'
    check (status in ('draft', 'waiting', 'approved', 'returned', 'rejected', 'withdrawn', 'expired')),
  slug text not null,
  lane smallint not null default 1,
  wish jsonb not null,                           -- engine/office/wish.ts: what was asked for, to be edited until it is frozen
  document jsonb,                                -- the journey that a publication would make a revision
  content jsonb,                                 -- engine/office/content.ts: what is seen and signed
  hash text,                                     -- of the content
  author jsonb not null,                         -- {kind, id, name}
  writers text[] not null,                       -- ids of everyone whose hand is in it: none of them may sign
  note text,                                     -- from the author to whoever decides
  reason text,                                   -- why it was returned or rejected
  held jsonb,                                    -- why it waits again after it was signed, and who entered meanwhile
  asked_at timestamptz,
  lapses_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references official,
  next_at timestamptz,                           -- when its workflow has something to do
  calls int not null default 0,                  -- how many of its calls for a signature have gone out
  run_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (status = 'draft' or status = 'withdrawn' or (content is not null and hash is not null))
);
create index request_unit on request (unit_id, id);
create index request_waiting on request (next_at) where status = 'waiting';
create unique index request_run on request (run_id) where run_id is not null;

-- What is signed does not change: a new content comes only with a new asking, or with a hold that asks again.
create function request_stays_frozen() returns trigger language plpgsql as $$
begin
  if (new.content is distinct from old.content or new.hash is distinct from old.hash)
     and not (new.status = 'waiting' and old.status <> 'waiting') then
    raise exception 'What was asked for is frozen' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger request_stays_frozen before update on request for each row execute function request_stays_frozen();

-- A signature: the assertion of an official's key (WebAuthn) whose challenge was the hash. Only ever added to.
create table approval (
  id uuid primary key default uuidv7(),
  request_id uuid not null references request,
  hash text not null,
  official_id uuid not null references official,
  credential_id text not null,
  assertion jsonb not null,
  at timestamptz not null default now()
);
create index approval_request on approval (request_id, hash);
create function approval_stays() returns trigger language plpgsql as $$
begin
  raise exception 'Signatures are only ever added' using errcode = 'insufficient_privilege';
end $$;
create trigger approval_only_grows before update or delete on approval for each row execute function approval_stays();

-- Who is called when an emergency waits for a signature: a named pool at once, then the on-call list in its order.
create table duty (
  unit_id uuid not null references unit,
  official_id uuid not null references official on delete cascade,
  ring text not null check (ring in ('pool', 'on-call')),
  place int not null default 0,
  mobile text,                                   -- E.164
  landline text,
  primary key (unit_id, official_id, ring)
);

-- One call to one official on one channel; its id is made of its cause, and is the key under which it is handed over.
create table summons (
  id uuid primary key,
  request_id uuid not null references request,
  call int not null,                             -- the how manieth call of the request
  official_id uuid not null,
  channel text not null,
  account_id int not null,
  status text not null default 'queued' check (status in ('queued', 'accepted', 'failed')),
  reason text,
  attempts int not null default 0,
  queued_at timestamptz not null default now(),
  done_at timestamptz
);
create index summons_queued on summons (request_id) where status = 'queued';
create index summons_request on summons (request_id, call);

alter table run
  add column request_id uuid references request,
  add column launch_at timestamptz,              -- nobody enters before; null: at once
  add column gate jsonb,                         -- why nobody may enter: a Problem
  add column follows uuid references run,        -- the run whose people this one tells something afterwards
  add column follow_kind text check (follow_kind in ('correction', 'all-clear')),
  add column follow_cursor int not null default 0, -- the last partition of those runs that was looked through
  add column follow_last boolean not null default false, -- nothing more of those runs can leave: this pass is the last
  add column updates uuid references run,        -- the first run of a chain of updates
  add column entry_key text,                     -- under which people enter, where not the run's own id
  add column ceiling_day int,                    -- a standing service lets in so many a day, so many in all, and until
  add column ceiling_total int,
  add column closes_at timestamptz,
  add column stop_why text;                      -- what stopped it, where not an official: 'all-clear', 'updated'
create index run_follow on run (follows) where follows is not null;
drop index run_open;
create index run_open on run (status) where status in ('waiting', 'approved', 'enrolling', 'open', 'stopping');
create index run_updates on run (updates) where updates is not null;
create index run_request on run (request_id) where request_id is not null;

-- How many a standing service has let in on a day (peninsular time), and who waits because it was full.
create table entered_day (
  run_id uuid not null,
  day date not null,
  n int not null,
  primary key (run_id, day)
);
create table held_entry (
  run_id uuid not null,
  citizen_id uuid not null,
  entry_key text not null,
  trigger text not null,
  event jsonb,
  at timestamptz not null default now(),
  primary key (run_id, citizen_id, entry_key)
);

-- What was answered to a request that carried an Idempotency-Key, kept in the transaction that did the work.
create table answered (
  holder text not null,                          -- whose key it is: two programs never share one
  key text not null,
  body text not null,                            -- sha256 of what was asked; the same key for something else is a mistake
  answer jsonb,
  at timestamptz not null default now(),
  primary key (holder, key)
);
