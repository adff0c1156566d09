import type { Database } from '#drizzle/database.ts';
import { trialEndpoint } from '#drizzle/queries/trial-endpoint.ts';
import type { Call } from '#engine/node.ts';
import { makeCall } from './activities/make-call.ts';
import { guardedAgent } from './activities/safe-fetch.ts';

export type TryCall = Pick<Call, 'method' | 'path'> & {
  unitId: string;
  connection: string;
  send: readonly string[];
  /** The facts of somebody invented, by their names in rules. */
  facts: Record<string, unknown>;
};
export type TriedCall =
  | { ok: true; status: number; ms: number; body: string; sent: string }
  | { ok: false; reason: string; sent: string };

/**
 * Makes one call with somebody invented, to the address that the connection keeps for trying; never to its real one. The
 * same code as for real people, so that what is refused there is refused here.
 */
export async function tryCall(
  database: Database,
  { unitId, connection, facts, ...asked }: TryCall,
): Promise<TriedCall> {
  const found = await trialEndpoint(database, unitId, connection);
  if (!found) return { ok: false, reason: 'no-endpoint', sent: '' };
  const { url } = found;
  if (url === null) return { ok: false, reason: 'no-test-address', sent: '' };
  const agent = guardedAgent(found.mode);
  try {
    const call: Call = { endpoint: connection, ...asked, send: [...asked.send], timeoutMs: 10_000, retries: 0 };
    const claimed = { id: crypto.randomUUID(), runId: '', node: '', visit: 1, attempts: 1, call, answers: {}, facts };
    const began = performance.now();
    const endpoint = { ...found, url, headers: {}, rate: null, failures: 0 };
    const { told, outcome } = await makeCall(endpoint, claimed, agent, AbortSignal.timeout(15_000));
    const sent = told?.sent ?? '';
    if (!told?.answer) return { ok: false, reason: outcome.result === 'failed' ? outcome.reason : 'unreachable', sent };
    const { status, body } = told.answer;
    return { ok: true, status, ms: Math.round(performance.now() - began), body: body.slice(0, 4_000), sent };
  } finally {
    await agent.close();
  }
}
