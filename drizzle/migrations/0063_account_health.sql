-- An account whose provider persistently fails is set down by itself, and tried again after a while.
alter table account
  add column failures int not null default 0,    -- hand-overs in a row of which nothing was accepted
  add column failing_since timestamptz,
  add column errors int not null default 0,      -- messages given back since weights were last looked at
  add column probe_at timestamptz,               -- when it is tried again; null: whoever set it down sets it up
  add column probe_ms int not null default 30000;
