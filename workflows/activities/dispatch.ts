import type { Database } from '#drizzle/database.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import { drain } from './drain.ts';
import { performCalls } from './perform-calls.ts';
import { work } from './work.ts';

export type DispatchActivities = ReturnType<typeof dispatchActivities>;

/** The activities that speak to the world: messages per account, calls per endpoint, events per webhook. `nextAt` in epoch ms of the real clock. */
export function dispatchActivities(database: Database, busy: Set<string>) {
  return {
    drainAccount: (accountId: number): Promise<{ handed: number; nextAt: number | null }> =>
      work(database, busy, (at) => drain(at.database, accountId, at), { finishes: true }),

    performCalls: (endpointId: number): Promise<{ made: number; nextAt: number | null }> =>
      work(database, busy, (at) => performCalls(at.database, endpointId, at), { finishes: true }),

    deliverWebhook: (webhookId: string): Promise<{ delivered: number; nextAt: number | null }> =>
      work(database, busy, (at) => deliverWebhook(at.database, webhookId, at), { finishes: true }),
  };
}
