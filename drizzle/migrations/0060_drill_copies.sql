-- A drill lives on copies of people (drizzle/crowd/copy-citizens.ts). A copy is held by its drill, not by the unit: `unit_id`
-- is then the run's id, so that no question about a unit's citizens can ever see one.
alter table citizen drop constraint citizen_unit_id_fkey;
alter table citizen add column copy_of uuid;   -- the citizen that this is a drill's copy of
create unique index citizen_copy on citizen (copy_of, unit_id) where copy_of is not null;
