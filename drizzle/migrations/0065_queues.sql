-- Queues empty and fill again: giving their last pages back costs a lock each time and wins nothing.
alter table inbox set (vacuum_truncate = off);
alter table outbox set (vacuum_truncate = off);
alter table receipt set (vacuum_truncate = off);
-- Rises of a message and moves of a member stay inside their page and leave no index entry behind: sweeping after every
-- fiftieth row looks at a growing table once a minute for nothing.
alter table message set (autovacuum_vacuum_scale_factor = 0.2);
alter table member set (autovacuum_vacuum_scale_factor = 0.2);
-- Receipts that match none of our messages, shown after ten minutes.
create index receipt_unplaced on receipt (received_at) where tries > 0;

-- Partitions whose members heard something, one row per statement that told them. Asking the inbox itself whether a partition
-- has anything walks everything it already decided about and is not swept yet, once per partition and look. Whoever advances
-- a partition takes its news away when nothing is left in its inbox, in one statement.
create table news (
  id bigint generated always as identity,
  partition_id int not null,
  primary key (partition_id, id)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0, vacuum_truncate = off);
insert into news (partition_id) select distinct partition_id from inbox where partition_id > 0;
create function cauce_news() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger inbox_heard after insert on inbox
  referencing new table as heard for each statement execute function cauce_news();
create trigger inbox_returned after update on inbox
  referencing new table as heard for each statement execute function cauce_news();
