import { planOf } from '#drizzle/crowd/plan.ts';
import type { Database } from '#drizzle/database.ts';
import type { Compiled } from '#engine/compile.ts';
import type { CitizenFacts, Person } from '#engine/person.ts';
import { coreAttributes, safetyFlags } from '#engine/rule/core-attributes.ts';
import type { Happening } from '#engine/walk/happening.ts';
import type { Walk } from '#engine/walk/walk-type.ts';
import { startWalk, walkOn, walkUntil } from '#engine/walk.ts';

/** The people of a drill as they were when they entered, by their copies' ids. */
export type Entrants = ReadonlyMap<string, Person>;
/**
 * Attributes that were told of a citizen, in order. When, on the drill's clock, is told by its log; where nobody is woken by
 * an attribute, by `at` (epoch ms).
 */
export type Said = readonly { changed: Record<string, unknown>; at?: number }[];
export type Stray = { ref: string; lived: string[]; walked: string[] };

/** Reads a drill's people: call it before anything is said of them. */
export async function entrantsOf(database: Database, runId: string): Promise<Entrants> {
  const { rows } = await database.query<{ row: Record<string, unknown> }>(
    'select to_jsonb(c) as row from citizen c where unit_id = $1',
    [runId],
  );
  const facts = new Map(rows.map(({ row }) => [String(row['id']), factsOf(row)]));
  const of = (id: unknown) => facts.get(String(id));
  return new Map(
    [...facts].map(([id, citizen]) => [
      id,
      { id, citizen, representative: of(citizen['representativeId']), carer: of(citizen['carerId']) },
    ]),
  );
}

function factsOf(row: Record<string, unknown>): CitizenFacts {
  const core = Object.entries(coreAttributes).flatMap(([name, { column }]) => (column ? [[name, row[column]]] : []));
  const flags = safetyFlags.map((flag) => [flag, row[flag]]);
  return { ...Object.fromEntries([...core, ...flags]), attributes: row['attributes'] };
}

type Member = {
  id: string;
  citizen_id: string;
  outcome: string;
  entered: number;
  lasted: number;
  steps: Step[];
  messages: Sent[];
};
type Step = { at: number; event: string; next: string; data: Record<string, unknown> | null; moves: boolean };
type Sent = { place: string; node: string; visit: number; rung: string; accepted: number | null };

/**
 * Walks every member of a drill beside what they lived: the same person, told the same at the same moments (receipts,
 * events, attributes, tasks), decides by the engine alone. Returns those whose steps, outcome or messages differ.
 */
export async function strayed(
  database: Database,
  runId: string,
  entrants: Entrants,
  said: (ref: string) => Said,
): Promise<Stray[]> {
  const { rows: runs } = await database.query<{ revision_id: string; event: unknown }>(
    'select revision_id, event from run where id = $1',
    [runId],
  );
  const run = runs[0]!;
  const { journey, compiled } = await planOf(database, run.revision_id);
  const { rows } = await database.query<Member>(lived, [runId]);
  const strays: Stray[] = [];
  for (const member of rows) {
    const person = entrants.get(member.citizen_id);
    if (!person) throw new Error(`nobody entered as ${member.citizen_id}`);
    const ref = String(person.citizen['ref']);
    const [enter] = member.steps;
    const trigger = enter?.event.slice('enter.'.length) ?? '';
    const start = startWalk({
      journey,
      compiled,
      trigger,
      person,
      now: member.entered,
      event: run.event,
      accepts: 'when-told',
    });
    const walk = beside(start, member, said(ref));
    const [one, other] = [tellLife(member), tellWalk(walk)];
    if (JSON.stringify(one) !== JSON.stringify(other)) strays.push({ ref, lived: one, walked: other });
  }
  return strays;
}

/** Tells the walk what its member was told, in the order in which it was told; time and timers are the walk's own. */
function beside(start: Walk, member: Member, said: Said): Walk {
  const all = [...acceptances(member), ...happenings(start.world.compiled, member, said)];
  const inOrder = all.toSorted((one, other) => one.at - other.at || (one.after ?? last) - (other.after ?? last));
  return walkUntil(inOrder.reduce(tell, walkUntil(start, member.entered)), member.lasted);
}

/**
 * Something told: `at` is when it was decided, at most one tick of the clock after it was told; `after`, where a step tells,
 * how many steps had been made. `fresh` was read by a decision that was about something else.
 */
type Told = { at: number; after: number | null; happening?: Happening | undefined; fresh?: Record<string, unknown> };

const last = Number.MAX_SAFE_INTEGER;

function tell(walk: Walk, { at, after, happening, fresh }: Told): Walk {
  const before = walkUntil(walk, at - 1);
  const early = after !== null && before.log.length > after;
  if (early && happening) return walkOn(walk, happening, Math.min(at, ...Object.values(walk.timers)));
  const knowing = fresh ? { ...before, person: { ...before.person, citizen: withFresh(before, fresh) } } : before;
  if (!happening) return knowing;
  // At one moment happenings come before timers, unless the timer was what led to them.
  const late = (after !== null && knowing.log.length < after) || !knows(knowing, happening);
  return walkOn(late ? walkUntil(knowing, at) : knowing, happening, at);
}

function withFresh({ person: { citizen } }: Walk, fresh: Record<string, unknown>) {
  return { ...citizen, attributes: { ...(citizen['attributes'] as object), ...fresh } };
}

const acceptances = ({ messages }: Member): Told[] =>
  messages.flatMap(({ node, visit, rung, accepted }) =>
    accepted === null
      ? []
      : [{ at: accepted, after: null, happening: { type: 'receipt', node, visit, rung, status: 'accepted' } }],
  );

function happenings(compiled: Compiled, { steps }: Member, said: Said): Told[] {
  const left = said.filter(({ at }) => at === undefined);
  const rules = new Set(compiled.exits.flatMap(({ event, on, id }) => (event === null ? [`${on}_${id}`] : [])));
  const unheard = said.flatMap(({ changed, at = 0 }): Told[] =>
    at === 0 ? [] : [{ at, after: null, happening: { type: 'attributes', changed } }],
  );
  let after = 0;
  const heard = steps.flatMap((step): Told[] => {
    const happening = happeningOf(step, left);
    const fresh = step.event !== 'attribute.changed' && rules.has(step.next) ? left.shift()?.changed : undefined;
    const told = happening || fresh ? [{ at: step.at, after, happening, ...(fresh && { fresh }) }] : [];
    if (step.moves) after++;
    return told;
  });
  return [...unheard, ...heard];
}

function knows(walk: Walk, happening: Happening): boolean {
  if (happening.type !== 'receipt') return true;
  const { node, rung, visit } = happening;
  return walk.messages.some(
    (one) => one.node === node && one.rung === rung && (visit === undefined || one.visit === visit),
  );
}

/** What came from outside in a step of the log; undefined for what the journey did by itself. */
function happeningOf({ event, data }: Step, left: { changed: Record<string, unknown> }[]): Happening | undefined {
  const [kind, node = '', ...rest] = event.split('.');
  const last = rest.at(-1) ?? '';
  if (kind === 'event') return { type: 'event', event: event.slice('event.'.length), data: data ?? {} };
  if (kind === 'task') return { type: 'task', node, outcome: last };
  if (kind === 'receipt') return { type: 'receipt', node, rung: rest[0] ?? '', status: last as 'delivered' }; // as the log spells statuses
  const told = event === 'attribute.changed' ? left.shift() : undefined;
  return told && { type: 'attributes', changed: told.changed };
}

const tellLife = ({ outcome, steps, messages }: Member): string[] => [
  ...steps.filter(({ moves }) => moves).map(({ event, next }) => `${event} → ${next}`),
  `= ${outcome}`,
  ...messages.map(({ place }) => place).sort(),
];

const tellWalk = ({ outcome, log, messages }: Walk): string[] => [
  ...log.map(({ event, next }) => `${event} → ${next}`),
  `= ${outcome}`,
  ...messages.map(({ node, visit, rung }) => `${node}/${visit}/${rung}`).sort(),
];

const lived = `
  select m.id, m.citizen_id, m.outcome, cauce_ms(m.entered_at)::float8 as entered, cauce_ms(cauce_now(r.clock_at))::float8 as lasted,
    coalesce((select jsonb_agg(jsonb_build_object('at', cauce_ms(l.at), 'event', d.event, 'next', d.next, 'data', l.data,
        'moves', d.state <> d.next or d.effects <> '[]') order by l.seq)
      from log l join decision d on d.id = l.decision_id where l.member_id = m.id), '[]') as steps,
    coalesce((select jsonb_agg(jsonb_build_object('place', x.node || '/' || x.visit || '/' || x.rung, 'node', x.node, 'visit', x.visit,
        'rung', x.rung, 'accepted', cauce_ms(x.accepted_at)))
      from message x where x.run_id = $1 and x.member_id = m.id), '[]') as messages
  from member m join run r on r.id = m.run_id where m.run_id = $1 order by m.id`;
