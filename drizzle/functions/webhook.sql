-- Writes an event and a delivery for each webhook of the unit that hears of it; nothing when none does. What is told of
-- people is counts and our own ids; `citizenRef` is taken out on the way to whoever may not have it, and never told of the
-- protected, nor of a drill's copy of somebody who has been protected since.
create or replace function cauce_told_ref(citizen uuid) returns text language sql stable as $$
  select c.ref from citizen c left join citizen original on original.id = c.copy_of
  where c.id = $1 and not c.protected and original.protected is not true
$$;

create or replace function cauce_announce(unit uuid, event_type text, mode text, told jsonb) returns void
language plpgsql as $$
declare
  event uuid;
begin
  if not exists (select from webhook where unit_id = unit and status = 'active' and hears = mode and event_type = any(events)) then
    return;
  end if;
  insert into webhook_event (unit_id, type, hears, data) values (unit, event_type, mode, told) returning id into event;
  insert into webhook_delivery (webhook_id, event_id)
  select id, event from webhook where unit_id = unit and status = 'active' and hears = mode and event_type = any(events);
end $$;

create or replace function cauce_run_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.status = new.status and (old.paused_at is null) = (new.paused_at is null) then
    return null;
  end if;
  perform cauce_announce(new.unit_id, 'run.status', new.mode, jsonb_build_object(
    'run', new.id, 'journey', (select slug from journey where id = new.journey_id), 'mode', new.mode,
    'status', case when new.paused_at is not null and new.status in ('approved', 'enrolling', 'open') then 'paused' else new.status end,
    'enrolled', new.enrolled));
  return null;
end $$;

-- One event for each step that gave tasks, with at most 500 of them: a crowd that asks for help is told in pages.
create or replace function cauce_tasks_opened() returns trigger language plpgsql as $$
begin
  if not exists (select from webhook where status = 'active' and 'task.opened' = any(events)) then
    return null;
  end if;
  perform cauce_announce(run.unit_id, 'task.opened', run.mode, jsonb_build_object(
    'run', run.id, 'journey', journey.slug, 'node', page.node, 'skill', page.skill, 'count', page.n, 'tasks', page.tasks))
  from (
    select run_id, node, skill, count(*) as n, jsonb_agg(jsonb_build_object('task', id, 'citizenRef', ref, 'dueAt', due_at) order by id) as tasks
    from (select o.*, cauce_told_ref(o.citizen_id) as ref, (row_number() over (partition by run_id, node order by o.id) - 1) / 500 as page
          from opened o) numbered
    group by run_id, node, skill, page) page
  join run on run.id = page.run_id
  join journey on journey.id = run.journey_id;
  return null;
end $$;

create or replace function cauce_tasks_closed() returns trigger language plpgsql as $$
begin
  if not exists (select from webhook where status = 'active' and 'task.done' = any(events)) then
    return null;
  end if;
  perform cauce_announce(run.unit_id, 'task.done', run.mode, jsonb_build_object(
    'run', run.id, 'journey', journey.slug, 'node', a.node, 'task', a.id, 'outcome', a.outcome, 'citizenRef', cauce_told_ref(a.citizen_id)))
  from after a
  join before b on b.id = a.id and b.status = 'open' and a.status = 'done'
  join run on run.id = a.run_id
  join journey on journey.id = run.journey_id;
  return null;
end $$;

create or replace function cauce_warning_received() returns trigger language plpgsql as $$
begin
  perform cauce_announce(new.unit_id, 'warning.received', new.mode, jsonb_build_object(
    'warning', new.id, 'sender', new.sender, 'identifier', new.identifier, 'sent', new.sent, 'verdict', new.verdict));
  return null;
end $$;

create or replace function cauce_account_changed() returns trigger language plpgsql as $$
begin
  if old.status = new.status then return null; end if;
  perform cauce_announce(new.unit_id, 'account.status', case new.mode when 'live' then 'live' else 'drill' end, jsonb_build_object(
    'account', new.slug, 'channel', new.channel, 'status', new.status));
  return null;
end $$;

create or replace function cauce_request_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.status = new.status then return null; end if;
  perform cauce_announce(new.unit_id, 'request.state', 'live', jsonb_build_object(
    'request', new.id, 'what', new.what, 'journey', new.slug, 'status', new.status, 'run', new.run_id));
  return null;
end $$;
