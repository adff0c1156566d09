import { setTimeout as sleep } from 'node:timers/promises';
import { claimCalls, endpointOf } from '#drizzle/crowd/claim-calls.ts';
import { recordCalls } from '#drizzle/crowd/record-calls.ts';
import type { Database } from '#drizzle/database.ts';
import { makeCall } from './make-call.ts';
import { guardedAgent } from './safe-fetch.ts';

const atOnce = 16;

/**
 * Makes the calls that wait for one endpoint, until none may be made now: claimed, made and recorded in small batches, at
 * the endpoint's rate. `nextAt` (epoch ms) is when its circuit breaker lets one through again; null: nothing waits for time.
 */
export async function performCalls(
  database: Database,
  endpointId: number,
  { signal, beat }: { signal: AbortSignal; beat: () => void },
): Promise<{ made: number; nextAt: number | null }> {
  const agents = { live: guardedAgent('live'), sandbox: guardedAgent('sandbox') };
  let made = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      beat();
      const endpoint = await endpointOf(database, endpointId);
      if (!endpoint) return { made, nextAt: null };
      if ('openUntil' in endpoint) return { made, nextAt: endpoint.openUntil };
      // After a break one call tries whether the other system is well again.
      const limit = endpoint.failures > 0 ? 1 : Math.min(atOnce, endpoint.rate ?? atOnce);
      const began = performance.now();
      const claimed = await claimCalls(database, endpointId, limit);
      if (claimed.length === 0) return { made, nextAt: null };
      const answers = await Promise.all(claimed.map((call) => makeCall(endpoint, call, agents[endpoint.mode], signal)));
      const failing = answers.filter((answer) => answer.failing).length;
      const outcomes = answers.map(({ outcome }) => outcome);
      await recordCalls(database, endpointId, outcomes, failing === answers.length ? endpoint.failures + failing : 0);
      made += claimed.length;
      const paceMs = endpoint.rate ? (claimed.length / endpoint.rate) * 1_000 : 0;
      await sleep(Math.max(0, paceMs - (performance.now() - began)), undefined, { signal });
    }
  } finally {
    await Promise.all([agents.live.close(), agents.sandbox.close()]);
  }
}
