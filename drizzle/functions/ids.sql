-- The identity of what a member causes: a uuid v7 that keeps the member's first half (so that ids stay ordered by entry)
-- and holds a hash of (member, node, visit, rung) where chance would stand. The same cause always has the same id.
-- drizzle/crowd/caused-id-sql.ts writes the same expression out.
create or replace function cauce_caused_id(member uuid, node text, visit int, rung text) returns uuid
language sql immutable parallel safe as $$
  select encode(substr(uuid_send(member), 1, 8) || '\xab'::bytea
    || substr(sha256(uuid_send(member) || convert_to(node || '/' || visit || '/' || rung, 'UTF8')), 1, 7), 'hex')::uuid
$$;

-- The id of a person's copy in a drill: always the same one, in the order of the originals.
create or replace function cauce_copy_id(run uuid, citizen uuid) returns uuid
language sql immutable parallel safe as $$ select cauce_caused_id(citizen, 'copy/' || run::text, 0, '') $$;

-- The least and the greatest id that something caused by this member may have: what a member caused is found by key, without
-- an index of its own.
create or replace function cauce_caused_least(member uuid) returns uuid
language sql immutable parallel safe as $$ select encode(substr(uuid_send(member), 1, 8) || '\xab00000000000000'::bytea, 'hex')::uuid $$;

create or replace function cauce_caused_greatest(member uuid) returns uuid
language sql immutable parallel safe as $$ select encode(substr(uuid_send(member), 1, 8) || '\xabffffffffffffff'::bytea, 'hex')::uuid $$;
