-- Acceptances of an emergency's crowd wait among the receipts, a row for each claim, until the crowd is out. Whoever must know
-- of one before its message is marked asks here; few rows hold many ids, so ask by all ids at once, or for one.
create view kept_acceptance as
  select message_id, date_trunc('milliseconds', received_at) as accepted_at
  from receipt cross join unnest(message_ids) as message_id where status = 'accepted';
create index receipt_accepted on receipt (due_at) where status = 'accepted';

-- Who enters an emergency together waits in a page of the outbox: one row with all ids, `message_id` being the first. Every id
-- of a page is of a message that is queued; whoever wants a single one has its page laid out first (lay-out-pages.ts).
alter table outbox add column message_ids uuid[];
alter table outbox alter column message_ids set storage external, alter column message_ids set statistics 0;
alter table outbox set (toast.autovacuum_vacuum_scale_factor = 0.02, toast.autovacuum_vacuum_cost_delay = 0, toast.vacuum_truncate = off);
-- Without statistics the planner takes every row for a page and walks the queue to find one: ask in the order of this index.
create index outbox_pages on outbox (account_id, run_id, not_before, message_id) where message_ids is not null;
