-- Who did what, in one chain for the whole installation: each row is hashed with the one before it (engine/office/audit-chain.ts).
-- Rows are written by cauce_audit() and by nothing else.
create table audit (
  seq bigint primary key,                        -- without gaps
  at timestamptz(3) not null,                    -- never goes back
  entry text not null,                           -- canonical JSON: act, who, about, unit, detail, reason's hash
  previous text not null,
  hash text not null,
  act text not null generated always as (entry::jsonb ->> 'act') stored,
  unit_id uuid generated always as ((entry::jsonb ->> 'unit')::uuid) stored,
  who_kind text not null generated always as (entry::jsonb #>> '{who,kind}') stored,
  who_id text not null generated always as (entry::jsonb #>> '{who,id}') stored,
  about_kind text not null generated always as (entry::jsonb #>> '{about,kind}') stored,
  about_id text not null generated always as (entry::jsonb #>> '{about,id}') stored
);
create index audit_about on audit (about_id, about_kind, seq);
create index audit_who on audit (who_id, who_kind, seq);
create index audit_act on audit (act, seq);
create index audit_at on audit (at);

-- The words that somebody gave as a reason. The chain holds their salted hash: they can be erased, and not be changed.
create table audit_reason (
  seq bigint primary key,
  salt text not null,
  words text not null
);

-- The last row of each day, signed with a key that is kept outside the database, and sent off the host.
create table audit_seal (
  day date primary key,                          -- peninsular time
  seq bigint not null,
  hash text not null,
  key text not null,                             -- sha256 of the public key (SPKI, DER)
  signature text not null,                       -- Ed25519 over the canonical JSON of {day, hash, key, seq}, base64
  sealed_at timestamptz not null default now(),
  sent_at timestamptz                            -- accepted by the mail account for somebody of data protection
);

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The audit is only ever added to' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_only_grows before update or delete on audit for each row execute function audit_refuse();
create trigger audit_is_not_emptied before truncate on audit for each statement execute function audit_refuse();
create trigger audit_seal_stays before delete on audit_seal for each row execute function audit_refuse();
create trigger audit_seal_is_not_emptied before truncate on audit_seal for each statement execute function audit_refuse();
-- Of a seal only the moment of sending may change, and of a reason nothing: it goes or it stays.
create trigger audit_seal_is_not_rewritten before update of day, seq, hash, key, signature on audit_seal
  for each row execute function audit_refuse();
create trigger audit_reason_is_not_rewritten before update on audit_reason for each row execute function audit_refuse();

-- The owner gives its own rights away too; who runs as a superuser is held by the triggers and found by the signed heads.
revoke all on audit, audit_reason, audit_seal from public;
do $$ begin
  execute format('revoke update, delete, truncate on audit from %I', current_user);
  execute format('revoke delete, truncate on audit_seal from %I', current_user);
end $$;

-- What was done to a run stood in a table of its own; the audit says it better (docs/decisions/030).
drop table act;
