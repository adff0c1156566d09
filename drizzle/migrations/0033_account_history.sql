-- How weight and state of a channel contract moved, whoever moved them.
create table account_history (
  account_id int not null references account on delete cascade,
  at timestamptz not null default clock_timestamp(),
  weight int not null,
  status text not null,
  primary key (account_id, at)
);
create function cauce_account_moved() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or old.weight <> new.weight or old.status <> new.status then
    insert into account_history (account_id, weight, status) values (new.id, new.weight, new.status) on conflict do nothing;
  end if;
  return null;
end $$;
create trigger account_moved after insert or update of weight, status on account
  for each row execute function cauce_account_moved();
insert into account_history (account_id, weight, status) select id, weight, status from account;
