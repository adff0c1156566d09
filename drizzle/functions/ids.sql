-- The identity of what a member causes: a uuid v7 that keeps the member's timestamp (so that ids stay ordered by entry)
-- and holds a hash of (member, node, visit, rung) where chance would stand. The same cause always has the same id.
create or replace function cauce_caused_id(member uuid, node text, visit int, rung text) returns uuid
language sql immutable parallel safe as $$
  select (substr(member::text, 1, 15)
       || substr(md5(member::text || '/' || node || '/' || visit || '/' || rung), 1, 3)
       || '-a' || substr(md5(member::text || '/' || node || '/' || visit || '/' || rung), 4, 3)
       || '-' || substr(md5(member::text || '/' || node || '/' || visit || '/' || rung), 7, 12))::uuid
$$;
