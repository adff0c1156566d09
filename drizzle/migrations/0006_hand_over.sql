-- Ids do not compress: trying to cost more than the rest of a claim's row.
alter table claim alter column message_ids set storage external;

-- What providers tell, as it came: appended and answered at once, taken into messages and inboxes in large pages. One that
-- matches no message is tried again, because its acceptance may not be recorded yet.
create table receipt (
  account_id int not null,
  message_id uuid,                               -- our own id, where the provider gives it back
  reference text,                                -- else the provider's
  status message_status not null,
  code text,
  received_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null default clock_timestamp(), -- when it is looked at, or looked at again
  tries smallint not null default 0
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
create index receipt_due on receipt (due_at);
