-- The identity of what a member causes: a uuid v7 that keeps the member's first half (so that ids stay ordered by entry)
-- and holds a hash of (member, node, visit, rung) where chance would stand. The same cause always has the same id.
-- drizzle/crowd/caused-id-sql.ts writes the same expression out.
create or replace function cauce_caused_id(member uuid, node text, visit int, rung text) returns uuid
language sql immutable parallel safe as $$
  select encode(substr(uuid_send(member), 1, 8) || '\xab'::bytea
    || substr(sha256(uuid_send(member) || convert_to(node || '/' || visit || '/' || rung, 'UTF8')), 1, 7), 'hex')::uuid
$$;
