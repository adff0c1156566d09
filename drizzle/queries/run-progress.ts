import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** One run as control shows it. People per resting state, messages per channel and status, all from counters. */
export type RunProgress = {
  id: string;
  /** When this was read, on the server's clock, ISO 8601. */
  at: string;
  mode: 'live' | 'drill';
  kind: 'launched' | 'standing';
  status: 'waiting' | 'approved' | 'enrolling' | 'open' | 'stopping' | 'stopped' | 'finished' | 'refused';
  lane: 'emergency' | 'service' | 'bulk';
  journey: { slug: string; title: string };
  revision: number;
  startedAt: string | null;
  finishedAt: string | null;
  /** The run's own time: a drill's clock, else `at`. */
  runClock: string;
  pausedAt: string | null;
  enrolled: number;
  /** State name → people who stand there now. */
  nodes: Record<string, number>;
  outcomes: Record<string, number>;
  messages: { channel: string; status: string; n: number }[];
  held: Reason[];
  attention: Reason[];
  /** Handed to the providers so far, and per second since the reading before (or since the first hand-over). */
  speed: { handed: number; handedPerSecond: number };
  tasks: { open: number };
};
export type Reason = { reason: string; n: number };

/** Reads a run's progress without counting members or messages; undefined when there is no such run. `before` gives the speed. */
export async function runProgress(
  database: Queryable,
  runId: string,
  before?: RunProgress,
): Promise<RunProgress | undefined> {
  const { rows } = await database.query<Row>(question, [runId]);
  const row = rows[0];
  if (!row) return undefined;
  const messages = familyOf(row.counters, 'message').map(([name, n]) => {
    const [channel = '', status = ''] = name.split(':');
    return { channel, status, n };
  });
  const handed = messages.reduce((sum, { status, n }) => (handedStatuses.has(status) ? sum + n : sum), 0);
  return {
    id: row.id,
    at: row.at,
    mode: row.mode,
    kind: row.kind,
    status: row.status,
    lane: lanes[row.lane] ?? 'service',
    journey: { slug: row.slug, title: row.title },
    revision: row.n,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    runClock: row.run_clock ?? row.at,
    pausedAt: row.paused_at,
    enrolled: row.enrolled,
    nodes: Object.fromEntries(familyOf(row.counters, 'state')),
    outcomes: Object.fromEntries(familyOf(row.counters, 'outcome')),
    messages,
    held: familyOf(row.counters, 'held').map(([reason, n]) => ({ reason, n })),
    attention: row.attention,
    speed: { handed, handedPerSecond: speedOf(handed, row, before) },
    tasks: { open: row.counters['task:open'] ?? 0 },
  };
}

type Row = {
  id: string;
  at: string;
  mode: RunProgress['mode'];
  kind: RunProgress['kind'];
  status: RunProgress['status'];
  lane: number;
  slug: string;
  title: string;
  n: number;
  started_at: string | null;
  first_handed_at: string | null;
  finished_at: string | null;
  run_clock: string | null;
  paused_at: string | null;
  enrolled: number;
  counters: Record<string, number>;
  attention: Reason[];
};

const lanes = ['emergency', 'service', 'bulk'] as const;
/** Statuses that a message can only have after a provider took it. */
const handedStatuses = new Set(['accepted', 'delivered', 'read', 'replied']);

const question = `
  select run.id, ${iso('now()')} as at, run.mode, run.kind, run.status, run.lane, journey.slug, journey.title, revision.n,
         ${iso('run.launched_at')} as started_at, ${iso('run.first_handed_at')} as first_handed_at,
         ${iso('run.finished_at')} as finished_at, ${iso('run.clock_at')} as run_clock,
         ${iso('run.paused_at')} as paused_at, run.enrolled,
         coalesce((select jsonb_object_agg(name, n) from (
             select name, sum(n) as n from counter where run_id = run.id group by name having sum(n) <> 0) as summed),
           '{}') as counters,
         coalesce((select jsonb_agg(jsonb_build_object('reason', reason, 'n', n) order by n desc, reason) from (
             select reason, count(*) as n from attention where run_id = run.id group by reason) as waiting),
           '[]') as attention
  from run
  join journey on journey.id = run.journey_id
  join revision on revision.id = run.revision_id
  where run.id = $1`;

function familyOf(counters: Record<string, number>, family: string): [string, number][] {
  return Object.entries(counters)
    .filter(([name, n]) => name.startsWith(`${family}:`) && n > 0)
    .map(([name, n]): [string, number] => [name.slice(family.length + 1), n])
    .sort(([one], [other]) => one.localeCompare(other));
}

function speedOf(handed: number, row: Row, before: RunProgress | undefined): number {
  const until = row.finished_at ?? row.at;
  const [since, already] = before ? [before.at, before.speed.handed] : [row.first_handed_at, 0];
  if (since === null || row.paused_at !== null || (before && row.finished_at !== null)) return 0;
  const seconds = (Date.parse(before ? row.at : until) - Date.parse(since)) / 1_000;
  return seconds > 0 ? Math.max(0, Math.round(((handed - already) / seconds) * 10) / 10) : 0;
}
