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
export type WebhookArgs = { webhookId: string; cycles?: number };

const look = defineSignal('look');
const longestRestMs = 60_000;

/** Delivers what waits for one webhook and rests until the next try; ends when the next is more than a minute away: the relay knows. */
export async function webhookWorkflow(args: WebhookArgs): Promise<void> {
  const { webhookId, cycles = Number.POSITIVE_INFINITY } = args;
  const { deliverWebhook } = proxyActivities<DispatchActivities>({
    taskQueue: 'dispatch',
    startToCloseTimeout: '1 hour',
    heartbeatTimeout: '15 seconds',
    retry: { initialInterval: '1 second', maximumInterval: '5 seconds' },
    priority: { priorityKey: 4 },
  });
  let woken = true;
  setHandler(look, () => {
    woken = true;
  });
  for (let cycle = 1; ; cycle++) {
    woken = false;
    const { nextAt } = await deliverWebhook(webhookId);
    if (workflowInfo().continueAsNewSuggested || cycle >= cycles) await continueAsNew<typeof webhookWorkflow>(args);
    const restMs = Math.max(0, (nextAt ?? Number.POSITIVE_INFINITY) - Date.now());
    const called = await condition(() => woken, Math.min(restMs, longestRestMs));
    if (!called && restMs > longestRestMs) return;
  }
}
