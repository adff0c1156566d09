-- A draft has a version that grows with every save: who saves says which one they saw.
alter table journey
  add column draft_version int not null default 1,
  add column draft_by text not null default '';

-- What was saved, by whom and the sentences that tell it. Saves of one official soon after each other are one row.
create table draft_save (
  journey_id uuid not null references journey on delete cascade,
  n int not null,
  official_id uuid references official on delete set null,
  by text not null,
  began_at timestamptz not null default now(),
  at timestamptz not null default now(),
  said jsonb not null,                           -- [{code, params}], told by locales/ under `said`
  document jsonb not null,
  primary key (journey_id, n)
);

-- What officials say about a node. The first of a thread is resolved for all of it.
create table draft_comment (
  id uuid primary key,
  journey_id uuid not null references journey on delete cascade,
  node text not null,
  answers uuid references draft_comment on delete cascade,
  text text not null,
  official_id uuid references official on delete set null,
  by text not null,
  at timestamptz not null default now(),
  resolved_by text,
  resolved_at timestamptz
);
create index draft_comment_journey on draft_comment (journey_id, at);

-- Who is looking at a draft right now, one row per window. Lost with the server, and nobody minds.
create unlogged table draft_presence (
  journey_id uuid not null references journey on delete cascade,
  screen text not null,
  official_id uuid not null references official on delete cascade,
  by text not null,
  node text,
  seen_at timestamptz not null default now(),
  primary key (journey_id, screen)
);
