import type { Official } from './official.ts';

/** How long a session still lasts, in milliseconds from now: without a sign of life, and at all. */
export type SessionLeft = { idleMs: number; endsMs: number };

export function leftOf({ session }: Official, idleAt = Date.parse(session.idleAt)): SessionLeft {
  const now = Date.now();
  const endsMs = Date.parse(session.endsAt) - now;
  return { idleMs: Math.min(idleAt - now, endsMs), endsMs };
}
