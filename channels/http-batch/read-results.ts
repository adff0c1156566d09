import { z } from 'zod';
import type { Outcome, Outgoing } from '../channel.ts';

/** Reads the results of a 200: in the order of the batch, or matched by key; a message without a readable result is uncertain. */
export function readResults(batch: readonly Outgoing[], body: string): Outcome[] {
  const results = resultsOf(body);
  const byKey = inOrder(batch, results) ? undefined : new Map(results.map((result) => [keyOf(result), result]));
  return batch.map(({ key }, i) => outcomeOf(key, byKey ? byKey.get(key) : results[i]));
}

const failed = z.object({
  status: z.literal('failed'),
  kind: z.enum(['permanent', 'temporary', 'throttled']),
  code: z.string().max(100),
  retryAfterMs: z.number().min(0).optional(),
});

function outcomeOf(key: string, result: unknown): Outcome {
  // Nearly every result is an acceptance: read without a schema, for a million of them a minute.
  const plain = result as { status?: unknown; reference?: unknown } | undefined;
  if (plain?.status === 'accepted') {
    return typeof plain.reference === 'string'
      ? { key, status: 'accepted', reference: plain.reference }
      : { key, status: 'accepted' };
  }
  const read = failed.safeParse(result);
  if (!read.success) return { key, status: 'failed', kind: 'uncertain', code: 'answer-unreadable' };
  const { retryAfterMs, ...rest } = read.data;
  return retryAfterMs === undefined ? { key, ...rest } : { key, ...rest, retryAfterMs };
}

function resultsOf(body: string): unknown[] {
  try {
    const answer: unknown = JSON.parse(body);
    const results = (answer as { results?: unknown } | null)?.results;
    return Array.isArray(results) ? results : [];
  } catch {
    return [];
  }
}

function inOrder(batch: readonly Outgoing[], results: unknown[]): boolean {
  return results.length === batch.length && batch.every(({ key }, i) => keyOf(results[i]) === key);
}

const keyOf = (result: unknown): unknown => (result as { key?: unknown } | null | undefined)?.key;
