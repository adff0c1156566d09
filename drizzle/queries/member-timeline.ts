import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** One person's path through one run, with the reasons. Names nobody: a number, and initials where that is allowed. */
export type MemberTimeline = {
  member: {
    id: string;
    runId: string;
    status: 'active' | 'attention' | 'finished' | 'stopped';
    state: string;
    outcome: string | null;
    enteredAt: string;
    dueAt: string | null;
  };
  /** `initials`, `municipality` and `age` are null for protected and deceased people. */
  person: {
    number: string;
    initials: string | null;
    municipality: string | null;
    age: number | null;
    language: string;
    zone: string;
  };
  run: { mode: 'live' | 'drill'; status: string; journey: { slug: string; title: string }; revision: number };
  steps: TimelineStep[];
  messages: TimelineMessage[];
  tasks: TimelineTask[];
  attention: { reason: string; detail: string | null; at: string } | null;
  /** The journey as published and as compiled (engine/journey.ts, engine/compile.ts), to put titles to nodes and rules. */
  document: unknown;
  compiled: unknown;
};
export type TimelineStep = {
  seq: number;
  at: string;
  /** Null when something was noted that moved nobody; then `note` says what. */
  decision: { state: string; event: string; read: Record<string, boolean>; next: string; effects: unknown[] } | null;
  note: string | null;
  data: unknown;
};
export type TimelineMessage = {
  id: string;
  node: string;
  visit: number;
  rung: string;
  channel: string;
  status: string;
  reason: string | null;
  queuedAt: string;
  notBefore: string | null;
  acceptedAt: string | null;
  doneAt: string | null;
};
export type TimelineTask = {
  id: string;
  node: string;
  title: string;
  skill: string;
  status: string;
  outcome: string | null;
  createdAt: string;
  dueAt: string | null;
  doneAt: string | null;
};

/** Reads a member's path; undefined when there is no such member. At most the first 1,000 steps and 200 messages. */
export async function memberTimeline(database: Queryable, memberId: string): Promise<MemberTimeline | undefined> {
  const { rows } = await database.query<Head>(headOf, [memberId]);
  const head = rows[0];
  if (!head) return undefined;
  const [steps, messages, tasks] = [
    await database.query<StepRow>(stepsOf, [memberId]),
    await database.query<TimelineMessage>(messagesOf, [memberId]),
    await database.query<TimelineTask>(tasksOf, [memberId]),
  ];
  const { document, compiled, attention, person, run, ...member } = head;
  return {
    member,
    person: { ...person, number: numberOf(head.id) },
    run,
    steps: steps.rows.map(({ seq, at, note, data, decision }) => ({
      seq,
      at,
      note,
      data,
      decision: decision && { ...decision, read: readingsOf(decision.holds) },
    })),
    messages: messages.rows,
    tasks: tasks.rows,
    attention,
    document,
    compiled,
  };
}

/** How screens call a person whose name they may not show: the last six figures of the member's id. */
export function numberOf(memberId: string): string {
  return memberId.slice(-6).toUpperCase();
}

/** 'a=1 b=0' as stored with a decision → { a: true, b: false }. */
function readingsOf(holds: string): Record<string, boolean> {
  return Object.fromEntries(
    holds
      .split(' ')
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.lastIndexOf('=')), pair.endsWith('=1')]),
  );
}

type Head = MemberTimeline['member'] & {
  person: Omit<MemberTimeline['person'], 'number'>;
  run: MemberTimeline['run'];
  document: unknown;
  compiled: unknown;
  attention: MemberTimeline['attention'];
};
type StepRow = Omit<TimelineStep, 'decision'> & {
  decision: { state: string; event: string; holds: string; next: string; effects: unknown[] } | null;
};

const headOf = `
  select member.id, member.run_id as "runId", member.status, member.state, member.outcome,
         ${iso('member.entered_at')} as "enteredAt", ${iso('member.due_at')} as "dueAt",
         jsonb_build_object(
           'initials', case when shown then nullif(upper(concat_ws(' ', left(given_name, 1) || '.', left(family_name, 1) || '.')), '') end,
           'municipality', case when shown then municipality.name end,
           'age', case when shown then extract(year from age(member.entered_at, citizen.birth_date))::int end,
           'language', citizen.language,
           'zone', citizen.zone) as person,
         jsonb_build_object('mode', run.mode, 'status', run.status, 'revision', revision.n,
           'journey', jsonb_build_object('slug', journey.slug, 'title', journey.title)) as run,
         revision.document, revision.compiled,
         (select jsonb_build_object('reason', reason, 'detail', detail, 'at', ${iso('at')})
            from attention where attention.member_id = member.id) as attention
  from member
  join run on run.id = member.run_id
  join revision on revision.id = run.revision_id
  join journey on journey.id = run.journey_id
  join citizen on citizen.id = member.citizen_id
  cross join lateral (select not (citizen.protected or citizen.deceased) as shown) as safety
  left join municipality on municipality.code = citizen.municipality
  where member.id = $1`;

const stepsOf = `
  select log.seq, ${iso('log.at')} as at, log.note, log.data,
         case when decision.id is not null then jsonb_build_object('state', decision.state, 'event', decision.event,
           'holds', decision.holds, 'next', decision.next, 'effects', decision.effects) end as decision
  from log
  left join decision on decision.id = log.decision_id
  where log.member_id = $1
  order by log.seq
  limit 1000`;

// A message's id follows from its cause, so a person's messages are found by key among millions, without an index of their own.
const messagesOf = `
  with sent as (
    select distinct effect ->> 'node' as node, effect ->> 'rung' as rung
    from log
    join decision on decision.id = log.decision_id
    cross join lateral jsonb_array_elements(decision.effects) as effect
    where log.member_id = $1 and effect ->> 'do' = 'send'
  ), caused as (
    select cauce_caused_id(member.id, sent.node, visit, sent.rung) as id
    from member
    cross join sent
    cross join lateral generate_series(1, greatest(1, coalesce((member.visits ->> sent.node)::int, 1))) as visit
    where member.id = $1
  )
  select id, node, visit, rung, channel, case when kept.accepted_at is null then status else 'accepted' end as status, reason,
         ${iso('queued_at')} as "queuedAt", ${iso('not_before')} as "notBefore",
         ${iso('coalesce(message.accepted_at, kept.accepted_at)')} as "acceptedAt", ${iso('done_at')} as "doneAt"
  from message
  left join lateral (
    select k.accepted_at from kept_acceptance k where message.status = 'queued' and k.message_id = message.id limit 1) kept on true
  where id in (select id from caused) and member_id = $1
  order by queued_at, id
  limit 200`;

const tasksOf = `
  select id, node, title, skill, status, outcome, ${iso('created_at')} as "createdAt",
         ${iso('due_at')} as "dueAt", ${iso('done_at')} as "doneAt"
  from task
  where member_id = $1
  order by created_at, id`;
