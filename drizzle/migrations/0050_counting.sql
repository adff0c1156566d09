-- Live counts look first at a sample: one citizen in 64, by a hash of the id, so that it is nobody's choice and never has to
-- be drawn again. drizzle/queries/audience-measures.ts names the same condition.
create index citizen_sample on citizen (unit_id) where (uuid_hash(id) & 63) = 0;
