-- When the people of a partition and everything they caused were forgotten; its run and its counters stay.
alter table partition add column forgotten_at timestamptz;
