import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { IntakeActivities } from './activities/intake.ts';

/** Always there: one long activity that sees in Postgres who has work, and wakes them. */
export async function relayWorkflow(): Promise<void> {
  const { relay } = proxyActivities<IntakeActivities>({
    taskQueue: 'intake',
    startToCloseTimeout: '2 hours',
    heartbeatTimeout: '15 seconds',
    retry: { initialInterval: '1 second', maximumInterval: '1 second' },
    priority: { priorityKey: 1 },
  });
  for (;;) {
    await relay();
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof relayWorkflow>();
  }
}
