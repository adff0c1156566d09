-- Notes which partitions a statement told something; 0 is nobody's.
create or replace function cauce_news() returns trigger language plpgsql as $$
begin
  insert into news (partition_id) select distinct partition_id from heard where partition_id > 0;
  return null;
end $$;
