-- Whose message was held, once per run and reason: the counters `held:…` count people, however often they are looked at.
create table held (
  run_id uuid not null,
  reason text not null,
  citizen_id uuid not null,
  primary key (run_id, reason, citizen_id)
);

-- The words of Postgres may quote a value: what was kept of them so far goes.
update attention set detail = null where reason like 'sql-%' and reason <> 'sql-P0001';
