create function cauce_request_changed() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger request_announced after insert or update of status on request
  for each row execute function cauce_request_changed();
