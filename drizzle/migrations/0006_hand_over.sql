-- Ids do not compress: trying to cost more than the rest of a claim's row.
alter table claim alter column message_ids set storage external;
