import type { Delay } from './delay.ts';

/** What a rung's limit needs to know of its message. Epoch ms; null where it has not happened, or never will. */
export type RungMessage = {
  status: string;
  queuedAt: number;
  acceptedAt: number | null;
  expiresAt: number | null;
};

/**
 * A rung's limit is looked at again when due: the time it is postponed to, or null when the rung is to be left.
 * Accepted: the limit counts from acceptance. Still on its way: until the limit for leaving (without one, the expiry),
 * looking again after the limit for answering, at least a minute later.
 */
export function postponed(
  { leaveMs, answerMs }: Extract<Delay, { wait: 'rung' }>,
  { status, queuedAt, acceptedAt, expiresAt }: RungMessage,
  now: number,
): number | null {
  const again = (at: number) => (at > now ? at : null);
  if (acceptedAt !== null) return again(acceptedAt + answerMs);
  if (!['queued', 'claimed', 'uncertain'].includes(status)) return null;
  const leaving = leaveMs === null ? expiresAt : queuedAt + leaveMs;
  return again(Math.min(leaving ?? Number.POSITIVE_INFINITY, now + Math.max(answerMs, 60_000)));
}
