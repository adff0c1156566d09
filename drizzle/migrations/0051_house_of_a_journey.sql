-- What a journey leans on: domains proved to be ours, numbers that answers come back to, and connections to other systems.
alter table unit add column domains text[] not null default '{}';    -- lower case: 'gva.es', 'sede.madrid.es'

alter table account add column reply_to text;                        -- null: nobody hears what people answer here

-- A connection is made by one official and confirmed by another; credentials stay in `headers` and leave with no export.
alter table endpoint
  add column name text not null default '',
  add column methods text[] not null default '{GET,POST,PUT}',
  add column sends text[],                                            -- facts that may be told to it; null: as before 0051, any
  add column test_url text,                                           -- where invented people may be sent
  add column status text not null default 'active' check (status in ('proposed', 'active', 'retired')),
  add column proposed_by uuid references official,
  add column confirmed_by uuid references official,
  add column created_at timestamptz not null default now(),
  add constraint endpoint_two_people check (confirmed_by is null or confirmed_by <> proposed_by);
update endpoint set name = slug where name = '';
