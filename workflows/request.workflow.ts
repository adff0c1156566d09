import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { DispatchActivities } from './activities/dispatch.ts';

/** `cycles`: continue as new after that many rounds, besides when the server suggests it. */
export type RequestArgs = { requestId: string; priority: number; cycles?: number };

const look = defineSignal('look');

/**
 * Looks after one request while it waits for a signature: has everybody called in their turn, and has it expire in its
 * time. It decides nothing: a signature ends the waiting, silence only ever ends the request.
 */
export async function requestWorkflow(args: RequestArgs): Promise<void> {
  const { requestId, priority, cycles = Number.POSITIVE_INFINITY } = args;
  const { attendRequest } = proxyActivities<DispatchActivities>({
    taskQueue: 'dispatch',
    startToCloseTimeout: '5 minutes',
    heartbeatTimeout: '15 seconds',
    retry: { initialInterval: '1 second', maximumInterval: '5 seconds' },
    priority: { priorityKey: priority },
  });
  let looked = true;
  setHandler(look, () => {
    looked = true;
  });
  for (let cycle = 1; ; cycle++) {
    looked = false;
    const { nextAt } = await attendRequest(requestId);
    if (nextAt === null) return;
    if (workflowInfo().continueAsNewSuggested || cycle >= cycles) await continueAsNew<typeof requestWorkflow>(args);
    await condition(() => looked, Math.max(0, nextAt - Date.now()));
  }
}
