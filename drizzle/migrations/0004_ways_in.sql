-- What a test key sends lives in a world of its own: it must never stand in the way of the same thing told for real.
alter table warning add column mode text not null default 'live' check (mode in ('live', 'drill'));
alter table warning drop constraint warning_unit_id_sender_identifier_sent_key;
alter table warning add constraint warning_once unique (unit_id, mode, sender, identifier, sent);
alter table event drop constraint event_unit_id_source_event_id_key;
alter table event add constraint event_once unique (unit_id, mode, source, event_id);

-- What an official or a program did to a run or to somebody in it, and why.
create table act (
  id uuid primary key default uuidv7(),
  run_id uuid not null,
  what text not null,                            -- 'launch', 'pause', 'resume', 'stop', 'task', 'attention.retry' ...
  who text not null,                             -- an API key's name, 'page' or 'command line'
  reason text,
  detail jsonb,
  at timestamptz not null default now()
);
create index act_run on act (run_id, id);
