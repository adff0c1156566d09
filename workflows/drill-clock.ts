/**
 * What a drill has outstanding, in epoch ms of its own clock; null: nothing of that kind. `working`: something is being
 * done right now (enrolment, an event to decide, a message in a provider's hands). `receiptInMs`: real time until the
 * next simulated receipt; 'unknown' when the sandbox did not say.
 */
export type DrillWork = {
  working: boolean;
  dueAt: number | null;
  messageAt: number | null;
  callAt: number | null;
  sweepAt: number | null;
  receiptInMs: number | null | 'unknown';
};

/** After an outage the clock goes on where it stood: no tick counts for more than this. */
export const longestTickMs = 2_000;

/**
 * Where a drill's clock stands after `elapsedMs` of real time at `scale`: it moves at its scale only, never past the
 * earliest thing outstanding, and not at all while something at or before its time is undecided or unsent.
 */
export function nextClock(clock: number, elapsedMs: number, scale: number, work: DrillWork): number {
  const { working, dueAt, messageAt, callAt, sweepAt, receiptInMs } = work;
  if (working || receiptInMs === 'unknown') return clock;
  // Simulated receipts wait in real time that was shortened by the same scale.
  const receiptAt = receiptInMs === null ? null : receiptInMs > 0 ? clock + receiptInMs * scale : clock;
  const outstanding = [dueAt, messageAt, callAt, sweepAt, receiptAt].filter((at) => at !== null);
  const earliest = Math.min(...outstanding);
  const moved = clock + Math.min(Math.max(0, elapsedMs), longestTickMs) * scale;
  return Math.max(clock, Math.min(Math.floor(moved), Math.ceil(earliest)));
}
