-- What a provider tells together is kept together: one row for all receipts of one status and code, not one for each. Rows that
-- are tried again hold a single one. `message_ids` are our own ids; where the provider gave none of them, `refs` are its own.
alter table receipt add column message_ids uuid[], add column refs text[];
update receipt set message_ids = case when message_id is not null then array[message_id] end,
  refs = case when message_id is null then array[reference] end;
alter table receipt drop column message_id, drop column reference,
  alter column message_ids set storage external, alter column refs set storage external;
alter table receipt set (toast.autovacuum_vacuum_scale_factor = 0.02, toast.autovacuum_vacuum_cost_delay = 0, toast.vacuum_truncate = off);
-- Nobody asks by what is in these, and to look at them for the planner cost more than the rest of their tables.
alter table receipt alter column message_ids set statistics 0, alter column refs set statistics 0;
alter table member alter column vars set statistics 0, alter column timers set statistics 0, alter column visits set statistics 0;
