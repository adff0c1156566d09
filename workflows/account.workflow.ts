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
export type AccountArgs = { accountId: number; cycles?: number };

const look = defineSignal('look');
const idleMs = 60_000;

/** Drains one account while it has messages, rests when its rate or provider says so, and ends after a minute without work. */
export async function accountWorkflow(args: AccountArgs): Promise<void> {
  const { accountId, cycles = Number.POSITIVE_INFINITY } = args;
  const { drainAccount } = proxyActivities<DispatchActivities>({
    taskQueue: 'dispatch',
    startToCloseTimeout: '1 hour',
    heartbeatTimeout: '15 seconds',
    retry: { initialInterval: '1 second', maximumInterval: '5 seconds' },
    // One activity serves all lanes of its account and looks at them between batches: none may wait for a slot.
    priority: { priorityKey: 1 },
  });
  let woken = true;
  setHandler(look, () => {
    woken = true;
  });
  for (let cycle = 1; ; cycle++) {
    woken = false;
    const { nextAt } = await drainAccount(accountId);
    if (workflowInfo().continueAsNewSuggested || cycle >= cycles) await continueAsNew<typeof accountWorkflow>(args);
    const restMs = nextAt === null ? idleMs : Math.max(0, nextAt - Date.now());
    const called = await condition(() => woken, restMs);
    if (!called && nextAt === null) return;
  }
}
