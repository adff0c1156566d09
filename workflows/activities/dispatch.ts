import type { Database } from '#drizzle/database.ts';
import { attendRequest } from '#drizzle/requests/attend-request.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import { drain } from './drain.ts';
import { performCalls } from './perform-calls.ts';
import { summonApprovers } from './summon-approvers.ts';
import { work } from './work.ts';

export type DispatchActivities = ReturnType<typeof dispatchActivities>;

/** After a provider that did not take a call for a signature. */
const triedAgainMs = 5_000;

/** The activities that speak to the world: messages per account, calls per endpoint, events per webhook. `nextAt` in epoch ms of the real clock. */
export function dispatchActivities(database: Database, busy: Set<string>) {
  return {
    drainAccount: (accountId: number): Promise<{ handed: number; nextAt: number | null }> =>
      work(database, busy, (at) => drain(at.database, accountId, at), { finishes: true }),

    performCalls: (endpointId: number): Promise<{ made: number; nextAt: number | null }> =>
      work(database, busy, (at) => performCalls(at.database, endpointId, at), { finishes: true }),

    /** Calls whoever is to be called for a signature now; `nextAt` null when nobody is waited for any more. */
    attendRequest: (requestId: string): Promise<{ nextAt: number | null }> =>
      work(
        database,
        busy,
        async (at) => {
          const { nextAt } = await attendRequest(at.database, requestId);
          const done = nextAt === null || (await summonApprovers(at.database, requestId));
          return { nextAt: nextAt === null || done ? nextAt : Math.min(nextAt, Date.now() + triedAgainMs) };
        },
        { finishes: true },
      ),

    deliverWebhook: (webhookId: string): Promise<{ delivered: number; nextAt: number | null }> =>
      work(database, busy, (at) => deliverWebhook(at.database, webhookId, at), { finishes: true }),
  };
}
