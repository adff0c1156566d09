import type { Dispatcher } from 'undici';
import { request } from 'undici';
import { refusedUrl } from '#channels/reach.ts';
import type { Database } from '#drizzle/database.ts';
import {
  claimDeliveries,
  type Delivery,
  nextDelivery,
  type Receiver,
  receiverOf,
} from '#drizzle/webhooks/claim-deliveries.ts';
import { recordDeliveries, type Tried } from '#drizzle/webhooks/record-deliveries.ts';
import { disabledAfterMs, nextTryMs } from '#engine/office/webhook-retry.ts';
import { guardedAgent } from './safe-fetch.ts';
import { tellDisabled } from './tell-disabled.ts';
import { signedHeaders } from './webhook-signature.ts';

const atOnce = 8;
const answerWithinMs = 15_000;

/**
 * Delivers what one webhook waits for, in small batches, until nothing is due now. Each try is recorded: taken, again later,
 * or given up. `nextAt` (epoch ms) is when the next is due; null: nothing waits.
 */
export async function deliverWebhook(
  database: Database,
  webhookId: string,
  { signal, beat }: { signal: AbortSignal; beat: () => void },
): Promise<{ delivered: number; nextAt: number | null }> {
  const agents = { live: guardedAgent('live'), sandbox: guardedAgent('sandbox') };
  let delivered = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      beat();
      const receiver = await receiverOf(database, webhookId);
      if (!receiver) return { delivered, nextAt: null };
      const due = await claimDeliveries(database, webhookId, atOnce);
      if (due.length === 0) return { delivered, nextAt: await nextDelivery(database, webhookId) };
      const tries = await Promise.all(due.map((one) => deliver(receiver, one, agents[receiver.reach], signal)));
      const { unitId } = receiver;
      const disabled = await recordDeliveries(database, { webhookId, unitId }, tries, disabledAfterMs);
      if (disabled) await tellDisabled(database, { webhookId, unitId, why: disabled });
      delivered += tries.filter(({ taken }) => taken).length;
    }
  } finally {
    await Promise.all([agents.live.close(), agents.sandbox.close()]);
  }
}

/** One try. Never throws: what the network or the receiver does is an outcome. */
async function deliver(
  receiver: Receiver,
  { eventId, type, at, data, attempts }: Delivery,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<Tried> {
  const again = (problem: string, answered: number | null, askedMs?: number): Tried => ({
    eventId,
    answered,
    taken: false,
    problem,
    afterMs: nextTryMs(attempts, Math.random(), askedMs),
  });
  const url = URL.canParse(receiver.url) ? new URL(receiver.url) : undefined;
  const refusal = url ? refusedUrl(url, receiver.reach) : 'unreadable-address';
  if (!url || refusal) return again(refusal ?? 'unreadable-address', null);
  const told = receiver.citizenRefs ? data : withoutRefs(data);
  const body = JSON.stringify({ type, timestamp: at, data: told });
  try {
    const response = await request(url, {
      dispatcher,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Cauce-Webhooks/1',
        ...signedHeaders({ id: `evt_${eventId}`, body, secrets: receiver.secrets }, Date.now()),
      },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
    });
    const { statusCode, headers } = response;
    // What the receiver says besides its status is of no interest, however long it is.
    await response.body.dump({ limit: 16_384 }).catch(() => undefined);
    if (statusCode >= 200 && statusCode < 300) return { eventId, answered: statusCode, taken: true };
    return again(
      statusCode < 400 ? 'redirect' : `http-${statusCode}`,
      statusCode,
      Number(headers['retry-after']) * 1_000 || 0,
    );
  } catch (error) {
    if (signal.aborted) throw error;
    return again(isForbidden(error) ? 'forbidden-address' : 'unreachable', null);
  }
}

/** What is told, without the administration's own identifiers of people, wherever they stand. */
function withoutRefs(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutRefs);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (key === 'citizenRef' ? [] : [[key, withoutRefs(value)]])),
  );
}

function isForbidden(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === 'EFORBIDDEN') || isForbidden(error.cause);
}
