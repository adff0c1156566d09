-- What a unit uses data for: the purposes of its register of processing activities (RGPD art. 30).
create table purpose (
  unit_id uuid not null references unit,
  code text not null,
  title text not null,
  norm text,
  primary key (unit_id, code)
);

-- The purposes an attribute may be used for; null: nobody has said yet, {}: for none.
alter table attribute add column purposes text[];
