import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { IntakeActivities } from './activities/intake.ts';

const look = defineSignal('look');

/** Always there: takes in events, in bulk, whenever the relay has seen some. `cycles` as for a partition. */
export async function intakeWorkflow(cycles: number = Number.POSITIVE_INFINITY): Promise<void> {
  const { takeInEvents } = proxyActivities<IntakeActivities>({
    taskQueue: 'intake',
    startToCloseTimeout: '10 minutes',
    heartbeatTimeout: '15 seconds',
    retry: { initialInterval: '1 second', maximumInterval: '5 seconds' },
    priority: { priorityKey: 2 },
  });
  let woken = true;
  setHandler(look, () => {
    woken = true;
  });
  for (let cycle = 1; ; cycle++) {
    woken = false;
    await takeInEvents();
    if (workflowInfo().continueAsNewSuggested || cycle >= cycles) await continueAsNew<typeof intakeWorkflow>(cycles);
    await condition(() => woken);
  }
}
