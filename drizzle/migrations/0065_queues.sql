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
