-- When receipts could not come in, because none of our web processes was there to take them.
create table outage (
  from_at timestamptz primary key,
  until_at timestamptz not null
);
