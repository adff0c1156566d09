import { proxyActivities } from '@temporalio/workflow';
import type { IntakeActivities } from './activities/intake.ts';

/** Once a minute, started by a Temporal Schedule: recurring entries, account weights, and what is due once a day. */
export async function upkeepWorkflow(): Promise<void> {
  const { upkeep } = proxyActivities<IntakeActivities>({
    taskQueue: 'intake',
    startToCloseTimeout: '1 hour',
    heartbeatTimeout: '15 seconds',
    retry: { initialInterval: '1 second', maximumInterval: '5 seconds' },
    priority: { priorityKey: 4 },
  });
  await upkeep();
}
