import { EndlessJourney } from '#engine/decide.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { answersOf } from './answers.ts';
import { add, count } from './count.ts';
import { decideSituations } from './decisions.ts';
import { findDue } from './due.ts';
import { moveMembers } from './move.ts';
import { type Errand, performAsks } from './perform.ts';
import { planOf } from './plan.ts';
import { setAside } from './set-aside.ts';
import { findSituations } from './situations.ts';
import { tally } from './tally.ts';

export type Advanced = { moved: number; nextDueAt: number | null; active: number };

/** How many members one transaction moves at most. */
const pageSize = 20_000;

/**
 * Moves everyone of a partition who is due, page by page, until nobody is: each page one transaction under the partition's
 * lock, so that a retry or an overlapping attempt finds nobody due. `nextDueAt` is real epoch ms; null when nothing is
 * due, the run is paused, or its clock is a drill's (the relay wakes those).
 */
export async function advance(
  database: Database,
  partitionId: number,
  { signal, beat }: { signal?: AbortSignal; beat?: () => void } = {},
): Promise<Advanced> {
  let moved = 0;
  for (;;) {
    signal?.throwIfAborted();
    beat?.();
    const page = await advanceSafely(database, partitionId, null);
    moved += page.moved;
    if (page.held) return { moved, nextDueAt: page.nextDueAt, active: page.active };
    if (page.due === 0) {
      await forgetNews(database, partitionId);
      return { moved, nextDueAt: page.nextDueAt, active: page.active };
    }
  }
}

/** Where nothing is left in the inbox. One statement sees both: what comes in meanwhile keeps its news. */
async function forgetNews(database: Database, partitionId: number) {
  await database.query(
    `delete from news where partition_id = $1 and not exists (select from inbox where partition_id = $1)`,
    [partitionId],
  );
}

type PageResult = { due: number; moved: number; held: boolean; nextDueAt: number | null; active: number };

/** A page that fails is halved until the culprits are alone; they go to attention and the others move on. */
async function advanceSafely(database: Database, partitionId: number, only: string[] | null): Promise<PageResult> {
  try {
    return await transaction(database, (tx) => advancePage(database, tx, partitionId, only));
  } catch (error) {
    if (!isDataError(error)) throw error;
    const ids = only ?? (await dueIds(database, partitionId));
    if (ids.length === 0) throw error;
    if (ids.length === 1) return setAside(database, partitionId, ids[0]!, error);
    const half = Math.ceil(ids.length / 2);
    const one = await advanceSafely(database, partitionId, ids.slice(0, half));
    const other = await advanceSafely(database, partitionId, ids.slice(half));
    return { ...other, due: one.due + other.due, moved: one.moved + other.moved };
  }
}

/** Errors that lie in the data of some member, by SQLSTATE class: the rest (lost connection, lock, full disk) are retried whole. */
export function isDataError(error: unknown): error is Error & { code?: string } {
  if (error instanceof EndlessJourney) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(22|23|P0)/.test(code);
}

async function dueIds(database: Database, partitionId: number): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `(select member_id as id from inbox where partition_id = $1 limit $2)
     union (select m.id from member m join run r on r.id = m.run_id
            where m.partition_id = $1 and m.status = 'active' and m.due_at <= cauce_now(r.clock_at) limit $2)`,
    [partitionId, pageSize],
  );
  return rows.map(({ id }) => id);
}

async function advancePage(
  database: Database,
  tx: Transaction,
  partitionId: number,
  only: string[] | null,
): Promise<PageResult> {
  // Temporary tables have no statistics worth a hash over the whole crowd: members are reached by their key.
  await tx.query('set local enable_seqscan = off; set local statement_timeout = 50000');
  const { rows } = await tx.query<Open>(
    `select p.run_id as "runId", p.id as "partitionId", p.k, p.members - p.gone as active, p.filled, r.unit_id as "unitId", r.mode, r.lane,
            r.revision_id as "revisionId", r.status, r.paused_at is not null as paused, r.clock_at is not null as drill,
            cauce_ms(cauce_now(r.clock_at))::float8 as now, cauce_ms(p.next_due_at)::float8 as "nextDueAt"
     from partition p join run r on r.id = p.run_id where p.id = $1 for update of p`,
    [partitionId],
  );
  const open = rows[0];
  if (!open || open.paused || open.status === 'stopped' || open.status === 'finished')
    return { due: 0, moved: 0, held: true, nextDueAt: null, active: open?.active ?? 0 };
  const plan = await planOf(tx, open.revisionId);
  const timers = open.nextDueAt !== null && open.nextDueAt <= open.now;
  const due = await findDue(tx, plan, { ...open, size: pageSize, only, timers });
  if (due === 0) return { due, moved: 0, held: false, nextDueAt: await nextDue(tx, open, timers), active: open.active };
  const situations = await findSituations(tx, plan, open);
  const decided = await decideSituations(database, plan, situations);
  const { answers, asks } = answersOf(plan, decided, open.now);
  const errand: Errand = open;
  const queued = await performAsks(tx, plan, asks, errand);
  const dueAgain = await moveMembers(tx, plan, answers, due, errand);
  if (!timers && dueAgain !== null) await lowerNextDue(tx, partitionId, dueAgain);
  const deltas = new Map<string, number>();
  for (const { name, n } of queued) add(deltas, name, n);
  const gone = tally(deltas, decided, answers);
  if (gone > 0) await leave(tx, open, gone);
  await count(tx, open.runId, open.k, deltas);
  const moved = decided.reduce((sum, { situation }, i) => sum + (answers[i]!.moves ? situation.people : 0), 0);
  return { due, moved, held: false, nextDueAt: null, active: open.active - gone };
}

type Open = {
  runId: string;
  partitionId: number;
  k: number;
  active: number;
  filled: boolean;
  unitId: string;
  mode: 'live' | 'drill';
  lane: number;
  revisionId: string;
  status: string;
  paused: boolean;
  drill: boolean;
  now: number;
  nextDueAt: number | null;
};

/** Reads the whole partition, and only when its earliest time has passed: until then what is noted stands. */
async function nextDue(tx: Transaction, open: Open, passed: boolean): Promise<number | null> {
  if (!passed) return open.drill ? null : open.nextDueAt;
  const { rows } = await tx.query<{ at: number | null }>(
    `update partition set next_due_at = (select min(due_at) from member where partition_id = $1 and status = 'active')
     where id = $1 returning cauce_ms(next_due_at)::float8 as at`,
    [open.partitionId],
  );
  return open.drill ? null : (rows[0]?.at ?? null);
}

/** Whoever was moved by an event may now be due before anybody else. */
async function lowerNextDue(tx: Transaction, partitionId: number, at: number) {
  await tx.query('update partition set next_due_at = least(next_due_at, cauce_at($2)) where id = $1', [
    partitionId,
    at,
  ]);
}

async function leave(tx: Transaction, open: Open, gone: number) {
  await tx.query(`update partition set gone = gone + $2, open = not (filled and gone + $2 >= members) where id = $1`, [
    open.partitionId,
    gone,
  ]);
}
