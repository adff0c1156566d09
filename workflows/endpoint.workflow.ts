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
export type EndpointArgs = { endpointId: number; cycles?: number };

const look = defineSignal('look');
const idleMs = 60_000;

/** Makes the calls that wait for one endpoint, rests while its breaker is open, and ends after a minute without work. */
export async function endpointWorkflow(args: EndpointArgs): Promise<void> {
  const { endpointId, cycles = Number.POSITIVE_INFINITY } = args;
  const { performCalls } = proxyActivities<DispatchActivities>({
    taskQueue: 'dispatch',
    startToCloseTimeout: '1 hour',
    heartbeatTimeout: '15 seconds',
    retry: { initialInterval: '1 second', maximumInterval: '5 seconds' },
    priority: { priorityKey: 3 },
  });
  let woken = true;
  setHandler(look, () => {
    woken = true;
  });
  for (let cycle = 1; ; cycle++) {
    woken = false;
    const { nextAt } = await performCalls(endpointId);
    if (workflowInfo().continueAsNewSuggested || cycle >= cycles) await continueAsNew<typeof endpointWorkflow>(args);
    const restMs = nextAt === null ? idleMs : Math.max(0, nextAt - Date.now());
    const called = await condition(() => woken, restMs);
    if (!called && nextAt === null) return;
  }
}
