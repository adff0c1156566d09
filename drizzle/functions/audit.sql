-- Until the transaction ends nobody else adds to the audit.
create or replace function cauce_audit_lock() returns void
language sql as $$ select pg_advisory_xact_lock(4829173001) $$;

-- Appends an act to the audit and returns its place. The chain is ours until the transaction ends: call it last.
create or replace function cauce_audit(entry text, reason text default null, salt text default null) returns bigint
language plpgsql as $$
declare
  last record;
  next_seq bigint;
  next_at timestamptz(3);
  before text;
begin
  perform cauce_audit_lock();
  select a.seq, a.at, a.hash into last from audit a order by a.seq desc limit 1;
  next_seq := coalesce(last.seq, 0) + 1;
  next_at := greatest(clock_timestamp(), last.at);
  before := coalesce(last.hash, repeat('0', 64));
  insert into audit (seq, at, entry, previous, hash) values (next_seq, next_at, entry, before,
    encode(sha256(convert_to(format('{"at":"%s","entry":%s,"previous":"%s","seq":%s}',
      to_char(next_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), entry, before, next_seq), 'UTF8')), 'hex'));
  if reason is not null then
    insert into audit_reason (seq, salt, words) values (next_seq, salt, reason);
  end if;
  return next_seq;
end $$;
