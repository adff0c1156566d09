import { performance } from 'node:perf_hooks';
import { advance } from '#drizzle/crowd/advance.ts';
import { enrolPage } from '#drizzle/crowd/enrol.ts';
import { lookAtRun, type NextForRun } from '#drizzle/crowd/look-at-run.ts';
import { stopRunPage } from '#drizzle/crowd/stop-run.ts';
import type { Database } from '#drizzle/database.ts';
import { partitionPlace } from '#drizzle/queries/partition-place.ts';
import { work } from './work.ts';

export type OpenedPartition = { partitionId: number; k: number };
export type ConductActivities = ReturnType<typeof conductActivities>;

// Long enough to be worth its round trip, short enough that a partition starts soon after its page.
const enrolForMs = 700;

/** The activities that move runs and partitions. `busy`: ids of the workflows at work in this process. */
export function conductActivities(database: Database, busy: Set<string>) {
  return {
    lookAtRun: (runId: string): Promise<{ next: NextForRun }> =>
      work(database, busy, async (at) => ({ next: await lookAtRun(at.database, runId) })),

    /** Enrols pages for a moment (the first alone, so that its members move at once) and returns the partitions opened. */
    enrolPages: (runId: string): Promise<{ opened: OpenedPartition[] }> =>
      work(database, busy, async (at) => {
        const opened: OpenedPartition[] = [];
        const began = performance.now();
        for (;;) {
          const { partitionId, done } = await enrolPage(at.database, runId);
          at.beat();
          const place = partitionId === null ? undefined : await partitionPlace(at.database, partitionId);
          if (partitionId !== null && place) opened.push({ partitionId, k: place.k });
          if (done || place?.k === 0 || performance.now() - began > enrolForMs) return { opened };
        }
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
