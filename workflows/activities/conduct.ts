import { performance } from 'node:perf_hooks';
import { advance } from '#drizzle/crowd/advance.ts';
import { enrolPage } from '#drizzle/crowd/enrol.ts';
import { enrolFollowers } from '#drizzle/crowd/enrol-followers.ts';
import { lookAtRun, type NextForRun } from '#drizzle/crowd/look-at-run.ts';
import { stopRunPage } from '#drizzle/crowd/stop-run.ts';
import type { Database } from '#drizzle/database.ts';
import { partitionPlace } from '#drizzle/queries/partition-place.ts';
import { mayEnter } from '#drizzle/requests/may-enter.ts';
import { passGate } from '#drizzle/requests/pass-gate.ts';
import type { Verdict } from '#drizzle/requests/verdict.ts';
import { type Work, work } from './work.ts';

export type OpenedPartition = { partitionId: number; k: number };
export type ConductActivities = ReturnType<typeof conductActivities>;

// Long enough to be worth its round trip, short enough that a partition starts soon after its page.
const enrolForMs = 700;

/** The activities that move runs and partitions. `busy`: ids of the workflows at work in this process. */
export function conductActivities(database: Database, busy: Set<string>) {
  return {
    lookAtRun: (runId: string): Promise<{ next: NextForRun }> =>
      work(database, busy, async (at) => ({ next: await lookAtRun(at.database, runId) })),

    /** Has the gate judge a run before anybody enters it: its signature, and whether what was signed is still what happens. */
    verifyApproval: (runId: string): Promise<{ gate: Verdict['gate'] }> =>
      work(database, busy, async (at) => ({ gate: await passGate(at.database, runId) })),

    /** Enrols pages for a moment (the first alone, so that its members move at once) and returns the partitions opened. */
    enrolPages: (runId: string): Promise<{ opened: OpenedPartition[] }> =>
      work(database, busy, async (at) => {
        if (!(await entered(at.database, runId))) return { opened: [] };
        const { opened } = await openPages(at, () => enrolPage(at.database, runId));
        return { opened };
      }),

    /** The same for those whom a correction or an all-clear follows; `waits`: what they were sent is still under way. */
    enrolFollowers: (runId: string): Promise<{ opened: OpenedPartition[]; waits: boolean }> =>
      work(database, busy, async (at) => {
        if (!(await entered(at.database, runId))) return { opened: [], waits: false };
        const { opened, last } = await openPages(at, () => enrolFollowers(at.database, runId));
        return { opened, waits: last.waits };
      }),

    /** Ends the members of a run that is being stopped, page by page. */
    stopMembers: (runId: string): Promise<void> =>
      work(database, busy, async (at) => {
        for (;;) {
          at.signal.throwIfAborted();
          at.beat();
          const { done } = await stopRunPage(at.database, runId);
          if (done) return;
        }
      }),

    advancePartition: (partitionId: number): Promise<{ closed: boolean; nextDueAt: number | null }> =>
      work(database, busy, async (at) => {
        const { nextDueAt } = await advance(at.database, partitionId, at);
        const place = await partitionPlace(at.database, partitionId);
        return { closed: place?.open !== true, nextDueAt };
      }),
  };
}

/** A row that says "approved" is no approval: whoever enrols looks for the signature, and ends a run that has none. */
async function entered(database: Database, runId: string): Promise<boolean> {
  return (await mayEnter(database, runId)) || (await passGate(database, runId)) === 'open';
}

type Page = { partitionId: number | null; done: boolean; waits?: boolean };

async function openPages<P extends Page>(
  at: Work,
  enrol: () => Promise<P>,
): Promise<{ opened: OpenedPartition[]; last: P }> {
  const opened: OpenedPartition[] = [];
  const began = performance.now();
  for (;;) {
    const page = await enrol();
    at.beat();
    const place = page.partitionId === null ? undefined : await partitionPlace(at.database, page.partitionId);
    if (page.partitionId !== null && place) opened.push({ partitionId: page.partitionId, k: place.k });
    if (page.done || page.waits || place?.k === 0 || performance.now() - began > enrolForMs)
      return { opened, last: page };
  }
}
