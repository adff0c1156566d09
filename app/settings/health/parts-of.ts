import type { AuditState } from '#drizzle/audit/audit-state.ts';
import type { Backlog } from '#drizzle/queries/backlog.ts';
import type { SystemState } from '#workflows/system-state.ts';

/** `well`; `slow`: good to know; `ill`: somebody must act. `seconds`: how long ago, or for how long. */
export type Part = { key: string; state: 'well' | 'slow' | 'ill'; seconds: number | null; n?: number };

/** What the figures mean: each thing that Cauce stands on, and each thing that waits, judged by its age. `now` in epoch ms. */
export function partsOf(
  waiting: Backlog,
  system: SystemState,
  audit: AuditState,
  now: number,
): { parts: Part[]; queues: Part[] } {
  const since = (at: number | null) => (at === null ? null : Math.max(0, (now - at) / 1_000));
  const relay = system.reachable ? since(system.relayHeardAt) : null;
  const parts: Part[] = [
    byAge('postgres', waiting.postgres.longestSeconds, 60, 600),
    { key: 'temporal', state: system.reachable ? 'well' : 'ill', seconds: null },
  ];
  if (system.reachable) {
    parts.push({
      key: 'relay',
      state: relay === null || relay > 60 ? 'ill' : relay > 30 ? 'slow' : 'well',
      seconds: relay,
    });
    for (const { queue, workers, heardAt } of system.queues) {
      const age = since(heardAt);
      const state = workers === 0 || age === null || age > 300 ? 'ill' : age > 120 ? 'slow' : 'well';
      parts.push({ key: `queue-${queue}`, state, seconds: age, n: workers });
    }
  }
  parts.push(
    { key: 'accounts', state: waiting.accountsDown > 0 ? 'ill' : 'well', seconds: null, n: waiting.accountsDown },
    { key: 'webhooks', state: waiting.webhooksOff > 0 ? 'slow' : 'well', seconds: null, n: waiting.webhooksOff },
    sealed(audit),
  );
  const queues: Part[] = [
    byAge('due', waiting.dueSeconds, 30, 120),
    byAge('outboxAge', waiting.outboxSeconds, 60, 600),
    byAge('events', waiting.eventSeconds, 30, 300),
    byAge('calls', waiting.callSeconds, 120, 900),
    byAge('deliveries', waiting.webhookSeconds, 120, 900),
    {
      key: 'receipts',
      state: waiting.unplaced.n > 0 ? 'slow' : 'well',
      seconds: waiting.unplaced.seconds,
      n: waiting.unplaced.n,
    },
  ];
  return { parts, queues };
}

function byAge(key: string, seconds: number | null, slowAfter: number, illAfter: number): Part {
  const age = seconds ?? 0;
  return { key, state: age > illAfter ? 'ill' : age > slowAfter ? 'slow' : 'well', seconds };
}

/** A seal that nobody outside this host has is good to know; one that is missing is a matter for somebody. */
function sealed({ sealed: last, late, verified }: AuditState): Part {
  if (verified && verified.findings > 0)
    return { key: 'auditBroken', state: 'ill', seconds: null, n: verified.findings };
  if (late) return { key: 'auditLate', state: 'ill', seconds: null };
  if (!last) return { key: 'auditUnsealed', state: 'well', seconds: null };
  return last.sentAt
    ? { key: 'audit', state: 'well', seconds: null }
    : { key: 'auditUnsent', state: 'slow', seconds: null };
}
