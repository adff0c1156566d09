import { z } from 'zod';
import type { MessageClass } from '../journey.ts';

/** Who is called: everyone who may sign, the pool named for emergencies, or one person of the on-call list. */
export type Ring = 'approvers' | 'pool' | 'on-call';
export type SummonsChannel = 'email' | 'sms' | 'voice';
/** One call for a signature, so long after it was asked for; `place` is whose turn it is on the on-call list. */
export type SummonsStep = { afterMs: number; ring: Ring; place: number | null; channels: SummonsChannel[] };

const minutes = z.number().min(0.001).max(525_600);

/** How long a unit waits before it calls on, in minutes. */
export const summonsPolicySchema = z.strictObject({
  /** Until the pool is called a second time, and after that until the on-call list is. */
  poolMinutes: minutes.default(3),
  /** Between one person of the on-call list and the next. */
  onCallMinutes: minutes.default(3),
  /** Until an emergency that nobody signed lapses, and any other request. */
  emergencyLapsesMinutes: minutes.default(60),
  lapsesMinutes: minutes.default(7 * 24 * 60),
});
export type SummonsPolicy = z.infer<typeof summonsPolicySchema>;

const minute = 60_000;

/**
 * Every call for a signature until a request lapses, in order. An emergency calls its pool by e-mail, SMS and voice at
 * once, again by telephone, and then one person of the on-call list after another, round and round: silence never
 * approves. Anything else writes to everyone who may sign, and again at half time.
 */
export function summonsSteps(
  messageClass: MessageClass,
  { onCall, lapsesInMs, policy }: { onCall: number; lapsesInMs: number; policy: SummonsPolicy },
): SummonsStep[] {
  if (messageClass !== 'emergency')
    return [0, lapsesInMs / 2].map((afterMs) => ({ afterMs, ring: 'approvers', place: null, channels: ['email'] }));
  const [again, first] = [policy.poolMinutes * minute, policy.poolMinutes * 2 * minute];
  const steps: SummonsStep[] = [
    { afterMs: 0, ring: 'pool', place: null, channels: ['email', 'sms', 'voice'] },
    { afterMs: again, ring: 'pool', place: null, channels: ['voice', 'sms'] },
  ];
  // With nobody on call the pool is called on: it would be silence otherwise.
  for (let turn = 0, afterMs = first; afterMs < lapsesInMs; turn++, afterMs += policy.onCallMinutes * minute)
    steps.push(
      onCall > 0
        ? { afterMs, ring: 'on-call', place: turn % onCall, channels: ['voice', 'sms', 'email'] }
        : { afterMs, ring: 'pool', place: null, channels: ['voice', 'sms'] },
    );
  return steps.filter(({ afterMs }) => afterMs < lapsesInMs);
}
