import type { CapAlert } from './cap-alert.ts';

/** What an alert without an expiry is given, counted from when it was sent. */
export const ownCeilingMs = 24 * 3_600_000;

/** Whether an alert may ever reach citizens' live channels: Actual and Public, whatever the feed it came in says. */
export function isForCitizens({ status, scope }: Pick<CapAlert, 'status' | 'scope'>): boolean {
  return status === 'Actual' && scope === 'Public';
}

/** When an alert stops by itself (epoch ms): its latest `expires`; a block without one counts a ceiling from `sent`. */
export function expiresAt({ sent, info }: CapAlert, ceilingMs = ownCeilingMs): number {
  return Math.max(...(info.length > 0 ? info : [undefined]).map((block) => block?.expires?.at ?? sent.at + ceilingMs));
}

/**
 * Whether a message calls its warning off: a Cancel, or an Update that says so otherwise: every block in the Past (NOAA)
 * or expired when it was sent (AEMET).
 */
export function callsOff({ msgType, sent, info }: CapAlert): boolean {
  if (msgType === 'Cancel') return true;
  const past = info.every(
    ({ urgency, expires }) => urgency === 'Past' || (expires !== undefined && expires.at <= sent.at),
  );
  return msgType === 'Update' && info.length > 0 && past;
}

/** Where an alert stands by itself at an instant: not for citizens, called off, expired (which is not cancelled), or live. */
export function standing(
  alert: CapAlert,
  now: number,
  ceilingMs = ownCeilingMs,
): 'silent' | 'cancelled' | 'expired' | 'live' {
  if (!isForCitizens(alert) || alert.msgType === 'Ack' || alert.msgType === 'Error') return 'silent';
  if (callsOff(alert)) return 'cancelled';
  return expiresAt(alert, ceilingMs) <= now ? 'expired' : 'live';
}
