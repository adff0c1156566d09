import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { ConductActivities } from './activities/conduct.ts';

/** `cycles`: continue as new after that many wake cycles, besides when the server suggests it. */
export type PartitionArgs = { partitionId: number; lane: number; priority: number; cycles?: number };

const look = defineSignal('look');
// The relay wakes at the due time within its budget; our own timer is for the day that the relay is late.
const graceMs = 5_000;

/** Keeps one partition moving for as long as it has members: advance, then sleep until the next due time or a wake. */
export async function partitionWorkflow(args: PartitionArgs): Promise<void> {
  const { partitionId, lane, priority, cycles = Number.POSITIVE_INFINITY } = args;
  const { advancePartition } = proxyActivities<ConductActivities>({
    taskQueue: lane === 0 ? 'conduct-emergency' : 'conduct',
    startToCloseTimeout: '30 minutes',
    heartbeatTimeout: '15 seconds',
    retry: { initialInterval: '1 second', maximumInterval: '5 seconds' },
    priority: { priorityKey: priority },
  });
  let woken = true;
  setHandler(look, () => {
    woken = true;
  });
  for (let cycle = 1; ; cycle++) {
    woken = false;
    const { closed, nextDueAt } = await advancePartition(partitionId);
    if (closed) return;
    // Whoever continues advances before sleeping, so a wake that came during the change is never lost.
    if (workflowInfo().continueAsNewSuggested || cycle >= cycles) await continueAsNew<typeof partitionWorkflow>(args);
    if (nextDueAt === null) await condition(() => woken);
    else await condition(() => woken, Math.max(0, nextDueAt - Date.now()) + graceMs);
  }
}
